"""Makes a smaller model to begin from: the lowest layers of a trained one, the top one of them computed
for the marks alone, and the inner units of the layers below those that carry most.

    python shrink.py --gold GOLD --encoder DIR --weights W [W …] --layers 6 --inner 768 --out START

`--inner` is the mean over these layers; one where few units carry most gets fewer (in steps of 64). A
unit carries the mean size of its activation times the norm of its outgoing weights (the
criterion of Sun, Liu, Bair and Kolter 2024, by unit), over the first 1,024 training examples of NewsMTSC.
"""

import argparse
import pathlib

import torch
import torch.nn.functional as F

from data import batches, encode, read_newsmtsc, tokenizer
from model import Shape, Stance, save, saved
from train import tensors


@torch.no_grad()
def carried(model, examples):
    """Layers × inner units: how much each carries."""
    sums = [torch.zeros_like(layer.up.bias) for layer in model.layers]
    count = 0.0

    def listen(total):
        return lambda _, __, out: total.add_((F.gelu(out).abs() * keep).sum((0, 1)))

    hooks = [layer.up.register_forward_hook(listen(total)) for layer, total in zip(model.layers, sums)]
    sequences = [encode(e, 112) for e in examples]
    for index in batches(sequences, 32):
        ids, mask = tensors([sequences[i] for i in index])
        keep = mask.float().unsqueeze(-1)
        count += keep.sum()
        model(ids, mask)
    for hook in hooks:
        hook.remove()
    return [s / count * layer.down.weight.norm(dim=0) for s, layer in zip(sums, model.layers)]


def widths(size, mean):
    """Inner units a layer such that the same share of what a layer carries is worth the same anywhere."""
    shares = [(s / s.sum()).sort(descending=True).values.view(-1, 64).sum(1) for s in size]
    best = torch.cat(shares).sort(descending=True).values[mean * len(size) // 64 - 1]
    return [64 * max(1, int((s >= best).sum())) for s in shares]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--gold", type=pathlib.Path, required=True)
    ap.add_argument("--encoder", type=pathlib.Path, required=True)
    ap.add_argument("--weights", type=pathlib.Path, nargs="+", required=True)
    ap.add_argument("--layers", type=int, default=6)
    ap.add_argument("--inner", type=int, default=768)
    ap.add_argument("--out", type=pathlib.Path, required=True)
    a = ap.parse_args()
    whole = saved(a.weights).eval()
    size = carried(whole, read_newsmtsc(a.gold / "newsmtsc/train.jsonl", tokenizer(a.encoder))[:1024])
    kept = [*widths(size[: a.layers - 1], a.inner), len(size[a.layers - 1])]
    small = Stance(shape=Shape(tuple(kept), focused=True))
    state = {k: v for k, v in whole.state_dict().items() if k in small.state_dict()}
    for i, n in enumerate(kept):
        units = size[i].topk(n).indices.sort().values
        print(f"layer {i}: {n} units with {100 * size[i][units].sum() / size[i].sum():.1f} % of what is carried")
        for part, along in (("up.weight", 0), ("up.bias", 0), ("down.weight", 1)):
            name = f"layers.{i}.{part}"
            state[name] = state[name].index_select(along, units)
    small.load_state_dict(state)
    save(small, a.out)


if __name__ == "__main__":
    main()
