"""Fine-tunes the encoder on NewsMTSC, DSE, the catalogue's coded statements and invented passages together.

    python train.py --gold GOLD --coded coded.jsonl --encoder DIR --out RUN [--epochs 3] [--seed 1] …

`--encoder` is a folder with the encoder's model.safetensors and tokenizer.json. Each epoch writes
RUN/epoch-N.safetensors and a line of RUN/log.jsonl with the scores on the validation parts. With
`--teacher` a model learns what a trained one answers beside what the labels say (distillation).

Workers are processes of one thread, each with its own share of the batches; every `--sync` steps
their weights are replaced by the mean (local SGD; Stich, ICLR 2019). Unlike threads, they do not
wait for each other at every multiplication, which matters on a machine that others use too.
Set MALLOC_MMAP_THRESHOLD_=1000000000 MALLOC_TRIM_THRESHOLD_=4000000000 (glibc): twice as fast.
"""

import argparse
import json
import math
import pathlib
import random
import time

import numpy as np
import torch
import torch.multiprocessing as mp
import torch.nn.functional as F
from safetensors.torch import load_file

from data import CODED, DSE, MADE, NEWSMTSC, Augment, batches, encode, one_of
from data import read_coded, read_dse, read_newsmtsc, read_pairs, tokenizer, validation
from metrics import PAIR, READ, directions, macro, relation_of, softmax
from model import Shape, Stance, depth, groups, save, saved


def tensors(sequences):
    n = max(map(len, sequences))
    ids = torch.zeros(len(sequences), n, dtype=torch.long)
    for i, s in enumerate(sequences):
        ids[i, : len(s)] = torch.tensor(s)
    return ids, (ids != 0).long()


@torch.no_grad()
def predict(model, examples, max_length=256, size=32):
    """Logits of the three heads for each example."""
    model.eval()
    sequences = [encode(e, max_length) for e in examples]
    out = [np.zeros((len(examples), n), np.float32) for n in (3, 5, 6)]
    for index in batches(sequences, size):
        for o, z in zip(out, model(*tensors([sequences[i] for i in index]))):
            o[index] = z.numpy()
    return out


def scores(model, parts):
    out, logits = {}, {}
    for name, examples in parts.items():
        y = np.array([e.label for e in examples])
        z = predict(model, examples)
        if name in ("coded", "passages"):
            way, sign = y // 3, y % 3
            read = np.stack([z[1][:, i] for i in READ], 1) + z[2].reshape(-1, 2, 3)
            predicted = read[np.arange(len(y)), way].argmax(1)
            out[f"{name} accuracy"] = 100 * (predicted == sign).mean()
            out[name] = macro(sign, predicted, 3)
        elif name != "dse":
            out[name] = macro(y, z[0].argmax(1), 3)
            logits[name] = z[0]
        else:
            p = softmax(z[1])
            out["dse"] = macro(y, p.argmax(1), 5)
            out["dse read"] = macro(y, relation_of(directions(p)), 5)
            out["dse pair"] = macro(y, relation_of(softmax(z[2].reshape(-1, 2, 3))), 5)
            logits["dse"], logits["pair"] = z[1], z[2]
    return {k: round(float(v), 2) for k, v in out.items()}, logits


POLARITIES_OF = torch.tensor(PAIR)


def loss_of(z, task, label, weight, smoothing):
    """Cross entropy of each head over its own rows, by row of the batch; rows without a label give none."""
    total = 0.0
    coded = label >= 0
    a, b, c = ((task == NEWSMTSC) & coded, (task == DSE) & coded, (task >= CODED) & coded)
    ce = lambda x, y, w=None: F.cross_entropy(x, y, weight=w, label_smoothing=smoothing, reduction="none").sum()
    if a.any():
        total = total + ce(z[0][a], label[a])
    if b.any():
        total = total + ce(z[1][b], label[b], weight)
        total = total + 0.5 * ce(z[2][b].reshape(-1, 3), POLARITIES_OF[label[b]].reshape(-1))
    if c.any():
        # One direction is known: the other may be anything.
        way, sign = label[c] // 3, label[c] % 3
        read = torch.stack([z[1][c][:, i] for i in READ], 1)
        for logits in (read, z[2][c].view(-1, 2, 3)):
            total = total + 0.5 * ce(logits[torch.arange(len(way)), way], sign)
    return total / len(task)


@torch.no_grad()
def taught(teachers, ids, mask, task):
    """The teachers' probabilities (of the target, of the relation, of each direction) and states of the marks,
    the first one's of the open sets, the last one's of this field's texts."""
    out = None
    for teacher, rows in zip((teachers[0], teachers[-1]), (task < CODED, task >= CODED)):
        if not rows.any():
            continue
        mean, marks = teacher.states(ids[rows], mask[rows])
        target, relation, pair = teacher.read(mean, marks)
        part = [x.softmax(-1) for x in (target, relation, pair.view(-1, 2, 3))] + [marks]
        out = out or [x.new_zeros((len(task), *x.shape[1:])) for x in part]
        for whole, x in zip(out, part):
            whole[rows] = x
    return out[:3], out[3]


def hinted(marks, hint, ids, own, known):
    """Mean squared distance of the states of those marks that stand in the text (Romero et al. 2015), of the
    rows that the teacher knows."""
    there = (ids[:, None, :] == own[:, None]).any(-1) & known[:, None]
    return F.mse_loss(marks[there], hint[there]) if there.any() else marks.new_zeros(())


def distilled(z, p, task, known):
    """Cross entropy of the heads that an example's marks ask with the teacher's probabilities, by row, of the
    rows that it knows (Hinton, Vinyals and Dean 2015, at temperature 1). Both directions are taught, also
    where one is coded."""
    soft = lambda x, y: -(y * x.log_softmax(-1)).sum()
    a, b = known & (task == NEWSMTSC), known & (task != NEWSMTSC)
    pair = soft(z[1][b], p[1][b]) + 0.5 * soft(z[2][b].view(-1, 2, 3), p[2][b])
    return (soft(z[0][a], p[0][a]) + pair) / len(task)


def load(a):
    tokenize = tokenizer(a.encoder)
    train = read_newsmtsc(a.gold / "newsmtsc/train.jsonl", tokenize)
    train += read_dse(a.gold / "dse/train.txt", tokenize)
    if a.coded:
        train += read_coded(a.coded, tokenize, held=False)
    pairs = read_pairs(a.gold / "newsmtsc/train.jsonl", tokenize) if a.teacher else []
    return train, validation(a.gold, a.coded, tokenize), Augment(train, tokenize, speak=a.speak, embed=a.embed), pairs


def epoch_of(train, pairs, a, rng):
    """What one epoch shows: the labelled examples without some of DSE's neutral ones; with a teacher,
    also the pairs of NewsMTSC and single entities of DSE, which only it can label."""
    neutral = [i for i, e in enumerate(train) if is_neutral(e)]
    drop = set(rng.sample(neutral, round(len(neutral) * (1 - a.neutral))))
    shown = [e for i, e in enumerate(train) if i not in drop]
    if a.teacher:
        dse = [e for e in train if e.task == DSE]
        shown += pairs + [one_of(e, rng) for e in rng.sample(dse, round(len(dse) * a.cross))]
    return shown


def is_neutral(e):
    return e.task == DSE and e.label == 0


def class_weights(train, keep, power):
    """Weights of the five relations, mean 1 over the examples of an epoch."""
    counts = torch.bincount(torch.tensor([e.label for e in train if e.task == DSE]), minlength=5).float().clamp(min=1)
    counts[0] *= keep
    weight = (counts.mean() / counts) ** power
    return weight / (weight * counts).sum() * counts.sum()


def begun(a):
    """The model before its first step: that of `--start`, or the encoder with new heads."""
    if a.start:
        return saved(a.start, a.dropout)
    encoder = load_file(str(a.encoder / "model.safetensors"))
    model = Stance(a.dropout, Shape((1536,) * (a.layers or depth(encoder))))
    model.load_encoder(encoder)
    return model


def work(rank, a, shared, barrier):
    torch.set_num_threads(1 if a.workers > 1 else a.threads)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    train, parts, augment, pairs = load(a)
    model = begun(a)
    teachers = [saved(paths).eval() for paths in (a.teacher, a.field_teacher) if paths]
    torch.manual_seed(a.seed * 1000 + rank)  # the same start, but dropout of its own
    model.freeze(a.freeze)
    weight = class_weights(train, a.neutral, a.balance)
    optimizer = torch.optim.AdamW(groups(model, a.rate, a.decay, a.head_rate), betas=(0.9, 0.98), fused=True)
    examples = len(epoch_of(train, pairs, a, random.Random(0)))
    steps = (a.steps or examples // (a.batch * a.workers)) * a.epochs
    params = [p for p in model.parameters() if p.requires_grad]

    @torch.no_grad()
    def share():
        if a.workers == 1:
            return
        whole = torch.cat([p.flatten() for p in params])
        shared[rank, : len(whole)] = whole
        barrier.wait()
        mean, at = shared[:, : len(whole)].mean(0), 0
        barrier.wait()
        for p in params:
            p.copy_(mean[at : at + p.numel()].view_as(p))
            at += p.numel()

    step, since = 0, time.time()
    for epoch in range(1, a.epochs + 1):
        model.train()
        shown = [augment(e, rng) for e in epoch_of(train, pairs, a, rng)]
        sequences = [encode(e, a.max_length) for e in shown]
        seen, running = 0, 0.0
        rounds = batches(sequences, a.batch * a.workers, rng)[: steps // a.epochs]
        for whole in rounds:
            index = whole[rank :: a.workers]
            rate = min(1.0, (step + 1) / (a.warmup * steps)) * (1.0 if a.constant else 1 - step / steps)
            for g in optimizer.param_groups:
                g["lr"] = g["base"] * rate
            ids, mask = tensors([sequences[i] for i in index])
            task = torch.tensor([shown[i].task for i in index])
            label = torch.tensor([shown[i].label for i in index])
            mean, marks = model.states(ids, mask)
            z = model.read(mean, marks)
            loss = loss_of(z, task, label, weight, a.smoothing)
            if teachers:
                # Of texts put together or invented a teacher may know nothing: there the labels alone teach.
                said, hint = taught(teachers, ids, mask, task)
                known = (task != MADE) | (torch.rand(len(task)) < a.made)
                soft = distilled(z, said, task, known) + a.hint * hinted(marks, hint, ids, model.marks, known)
                made = loss_of(z, task, label.masked_fill(known, -1), weight, a.smoothing)
                loss = (1 - a.soft) * loss + a.soft * (soft + made)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(params, 1.0)
            optimizer.step()
            step, seen = step + 1, seen + 1
            running += loss.item()
            if step % a.sync == 0:
                share()
            if rank == 0 and step % (5 * a.sync) == 0:
                save(model, a.out / "latest.safetensors")
            if step == a.stop:
                share()
                if rank == 0:
                    save(model, a.out / "stop.safetensors")
                return
            if rank == 0 and step % 25 == 0:
                print(f"{epoch} {step}/{steps} loss {running / seen:.4f} {time.time() - since:.0f} s", flush=True)
        share()
        if rank:
            continue
        save(model, a.out / f"epoch-{epoch}.safetensors")
        got, logits = scores(model, parts)
        np.savez(a.out / f"epoch-{epoch}.npz", **logits)
        line = {"run": a.out.name, "epoch": epoch, "loss": round(running / seen, 4), "seconds": round(time.time() - since)}
        line |= got | {"start": ["/".join(p.parts[-2:]) for p in a.start or []]}
        line["options"] = {k: v for k, v in vars(a).items() if isinstance(v, (int, float))}
        with open(a.out / "log.jsonl", "a") as f:
            f.write(json.dumps(line) + "\n")
        print(line, flush=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--gold", type=pathlib.Path, required=True)
    ap.add_argument("--coded", type=pathlib.Path, help="what coded.ts writes; not trained on where left out")
    ap.add_argument("--encoder", type=pathlib.Path, required=True)
    ap.add_argument("--out", type=pathlib.Path, required=True)
    ap.add_argument("--start", type=pathlib.Path, nargs="+", help="weights to go on from (their mean)")
    ap.add_argument("--teacher", type=pathlib.Path, nargs="+", help="weights of a model to learn from as well (their mean)")
    ap.add_argument("--field-teacher", type=pathlib.Path, nargs="+", help="weights of another for this field's texts")
    ap.add_argument("--soft", type=float, default=0.6, help="the teacher's share of the loss")
    ap.add_argument("--made", type=float, default=0.0, help="of texts put together or invented, the share that a teacher knows")
    ap.add_argument("--hint", type=float, default=1.0, help="weight of the teacher's states of the marks")
    ap.add_argument("--cross", type=float, default=0.2, help="share of DSE's examples also shown as a target to label")
    ap.add_argument("--epochs", type=int, default=3)
    ap.add_argument("--steps", type=int, help="steps an epoch, where not all examples are to be shown")
    ap.add_argument("--speak", type=float, default=0.15, help="share of NewsMTSC put into the mouth of a speaker")
    ap.add_argument("--embed", type=float, default=0.0, help="share of coded statements put among news")
    ap.add_argument("--layers", type=int, help="lowest layers of the encoder to take; all where left out")
    ap.add_argument("--freeze", type=int, default=0, help="keep the embeddings and this many lower layers")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--batch", type=int, default=32, help="examples a step and worker")
    ap.add_argument("--rate", type=float, default=1.5e-4, help="peak learning rate of the top layer")
    ap.add_argument("--decay", type=float, default=0.85, help="the rate's factor from a layer to the one below")
    ap.add_argument("--head-rate", type=float, default=5e-4)
    ap.add_argument("--warmup", type=float, default=0.06, help="share of the steps")
    ap.add_argument("--constant", action="store_true", help="no fall of the rate: a later run lets it fall")
    ap.add_argument("--stop", type=int, help="end after this step of the schedule, with stop.safetensors")
    ap.add_argument("--dropout", type=float, default=0.1)
    ap.add_argument("--smoothing", type=float, default=0.05)
    ap.add_argument("--neutral", type=float, default=1.0, help="share of DSE's neutral examples shown an epoch")
    ap.add_argument("--balance", type=float, default=0.25, help="power of inverse class frequency, DSE loss")
    ap.add_argument("--max-length", type=int, default=112)
    ap.add_argument("--workers", type=int, default=1)
    ap.add_argument("--sync", type=int, default=20)
    ap.add_argument("--threads", type=int, default=2, help="where there is one worker")
    a = ap.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    if a.workers == 1:
        return work(0, a, None, None)
    size = sum(p.numel() for p in Stance().parameters())
    context = mp.get_context("spawn")
    shared = torch.zeros(a.workers, size).share_memory_()
    mp.spawn(work, args=(a, shared, context.Barrier(a.workers)), nprocs=a.workers)


if __name__ == "__main__":
    main()
