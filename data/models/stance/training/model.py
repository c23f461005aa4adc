"""A BERT encoder of width 384 with three heads over mean pooling and the states of the entity marks."""

import re
from dataclasses import dataclass

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors import safe_open
from safetensors.torch import load_file, save_file

from data import FIRST, MARKS, SECOND, TARGET

HIDDEN, ATTENTION_HEADS = 384, 12
#: Marks start as punctuation that sets a name apart (ids of * * # # @ @ in the BERT vocabulary).
MARK_SEEDS = {1: 1008, 2: 1008, 3: 1001, 4: 1001, 5: 1030, 6: 1030}


@dataclass(frozen=True)
class Shape:
    """Of an encoder: inner units of each layer, and whether the top layer is computed for the marks
    alone, which with the mean are all that the heads read (the mean is then that of the layer below)."""

    inner: tuple = (1536,) * 6
    focused: bool = False


class Layer(nn.Module):
    def __init__(self, dropout, inner):
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.attention_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up, self.down = nn.Linear(HIDDEN, inner), nn.Linear(inner, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, bias, asking=None):
        """States of `asking` (batch × m × width; of `x` itself where left out), attending to `x`."""
        own = x if asking is None else asking
        split = lambda t: t.view(t.shape[0], t.shape[1], ATTENTION_HEADS, -1).transpose(1, 2)
        a = F.scaled_dot_product_attention(
            split(self.query(own)), split(self.key(x)), split(self.value(x)), attn_mask=bias
        )
        a = self.output(a.transpose(1, 2).reshape(own.shape))
        own = self.attention_norm(own + self.dropout(a))
        return self.norm(own + self.dropout(self.down(F.gelu(self.up(own)))))


class Head(nn.Module):
    """Two layers over concatenated states; in training the mean over several dropout masks."""

    def __init__(self, states, classes, samples=4):
        super().__init__()
        self.samples = samples
        self.hidden, self.out = nn.Linear(states * HIDDEN, HIDDEN), nn.Linear(HIDDEN, classes)
        self.dropout = nn.Dropout(0.2)

    def forward(self, x):
        x = F.gelu(self.hidden(x))
        if not self.training:
            return self.out(x)
        return torch.stack([self.out(self.dropout(x)) for _ in range(self.samples)]).mean(0)


class Stance(nn.Module):
    def __init__(self, dropout=0.1, shape=Shape()):
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(30522, HIDDEN, padding_idx=0)
        self.positions, self.types = nn.Embedding(512, HIDDEN), nn.Embedding(2, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout, inner) for inner in shape.inner)
        self.register_buffer("marks", torch.tensor(sum(MARKS.values(), ())), persistent=False)
        self.target_head = Head(2, 3)  # NewsMTSC: negative, neutral, positive toward the target
        self.relation_head = Head(3, 5)  # DSE: neutral, A>B +, B>A +, A>B -, B>A -
        self.pair_head = Head(3, 6)  # DSE again, each direction by itself: negative, neutral, positive

    def load_encoder(self, tensors):
        """Takes the weights of a BERT checkpoint (Hugging Face names)."""
        own = {
            "words": "embeddings.word_embeddings",
            "positions": "embeddings.position_embeddings",
            "types": "embeddings.token_type_embeddings",
            "norm": "embeddings.LayerNorm",
        }
        for i in range(len(self.layers)):
            for mine, theirs in {
                "query": "attention.self.query",
                "key": "attention.self.key",
                "value": "attention.self.value",
                "output": "attention.output.dense",
                "attention_norm": "attention.output.LayerNorm",
                "up": "intermediate.dense",
                "down": "output.dense",
                "norm": "output.LayerNorm",
            }.items():
                own[f"layers.{i}.{mine}"] = f"encoder.layer.{i}.{theirs}"
        state = {}
        for mine, theirs in own.items():
            for part in ("weight", "bias"):
                if f"{theirs}.{part}" in tensors:
                    state[f"{mine}.{part}"] = tensors[f"{theirs}.{part}"]
        missing = self.load_state_dict(state, strict=False)
        assert all("head" in k for k in missing.missing_keys) and not missing.unexpected_keys, missing
        with torch.no_grad():
            for mark, seed in MARK_SEEDS.items():
                self.words.weight[mark] += self.words.weight[seed] - self.words.weight[mark] * 0.5

    def freeze(self, layers):
        """Keeps the embeddings and the lowest `layers` as they are; 0 trains everything."""
        if layers:
            for part in (self.words, self.positions, self.types, self.norm, *self.layers[:layers]):
                part.requires_grad_(False)

    def states(self, ids, mask):
        """Mean state of the text (batch × width), and states of the six marks (batch × 6 × width)."""
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.types.weight[0]
        x = self.dropout(self.norm(x))
        bias = ((1.0 - mask.to(x.dtype)) * -1e4)[:, None, None, :]
        at = (ids[:, None, :] == self.marks[:, None]).to(x.dtype)
        for layer in self.layers[:-1]:
            x = layer(x, bias)
        top = self.layers[-1]
        if self.shape.focused:
            marks = top(x, bias, at @ x)
        else:
            x = top(x, bias)
            marks = at @ x
        keep = mask.to(x.dtype).unsqueeze(-1)
        return (x * keep).sum(1) / keep.sum(1), marks

    def read(self, mean, marks):
        """Logits of the three heads."""
        of = lambda role: (marks[:, 2 * role - 2] + marks[:, 2 * role - 1]) / 2
        pair = torch.cat([mean, of(FIRST), of(SECOND)], -1)
        return (
            self.target_head(torch.cat([mean, of(TARGET)], -1)),
            self.relation_head(pair),
            self.pair_head(pair),
        )

    def forward(self, ids, mask):
        return self.read(*self.states(ids, mask))


def depth(names):
    """How many layers the weights have that are saved under these names, its own or Hugging Face's."""
    return 1 + max(int(m[1]) for m in (re.search(r"layers?\.(\d+)\.", n) for n in names) if m)


def save(model, path):
    save_file(model.state_dict(), str(path), metadata={"focused": str(int(model.shape.focused))})


def saved(paths, dropout=0.1):
    """The model that was saved in a file, or the mean of several of one shape."""
    state = average(paths)
    with safe_open(str(paths[0]), "pt") as file:
        focused = (file.metadata() or {}).get("focused") == "1"
    inner = tuple(len(state[f"layers.{i}.up.bias"]) for i in range(depth(state)))
    model = Stance(dropout, Shape(inner, focused))
    model.load_state_dict(state)
    return model


def average(paths):
    """Mean of several saved states; of one, that state."""
    states = [load_file(str(p)) for p in paths]
    return {k: sum(s[k] for s in states) / len(states) for k in states[0]}


def groups(model, top, decay, head):
    """Parameter groups with a rate that falls by `decay` from layer to layer downward."""
    rates, layers = {}, len(model.layers)
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        if "head" in name:
            rate = head
        elif name.startswith("layers."):
            rate = top * decay ** (layers - 1 - int(name.split(".")[1]))
        else:
            rate = top * decay**layers
        rates.setdefault((rate, p.ndim > 1), []).append(p)
    return [{"params": ps, "lr": r, "base": r, "weight_decay": 0.01 * w} for (r, w), ps in rates.items()]
