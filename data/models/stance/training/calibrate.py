"""Fits temperature and class bias of each head on the validation parts and writes config.json.

    python calibrate.py --gold DIR --model ../ [--tau 0.25]

One number a head is chosen: a temperature (least negative log-likelihood). The bias of `direction`
is `tau` times the difference between the training frequencies of the classes and even ones (logit
adjustment; Menon et al., ICLR 2021), so that rare relations are not drowned; `tau` is one number too.
"""

import argparse
import json
import pathlib
import re

import numpy as np

from data import MARKS, read_dse, tokenizer, validation
from evaluate import MAX_LENGTH, Model
from metrics import PAIR, READ, nll, relation_of, softmax, macro


def temperature(z, gold):
    grid = np.round(np.arange(0.5, 3.01, 0.02), 2)
    return float(min(grid, key=lambda t: nll(softmax(z / t), gold)))


def prior_bias(counts, tau):
    """Bias [2,3] toward even class frequencies; neutral stays 0 in both rows."""
    log = np.log(counts / counts.sum())
    rows = np.stack([log[i] for i in READ])
    return -tau * (rows - rows[:, 1:2])


def directed(gold):
    """Class 0…4 -> polarity index of each direction."""
    return np.array(PAIR)[gold]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--gold", type=pathlib.Path, required=True)
    ap.add_argument("--model", type=pathlib.Path, default=pathlib.Path(__file__).parent.parent)
    ap.add_argument("--tau", type=float, help="default: the best of 0, 0.1 … 1 on the DSE validation part")
    a = ap.parse_args()
    model, tokenize = Model(a.model), tokenizer(a.model)
    sets = validation(a.gold, None, tokenize)
    logits = {k: model.run(sets[k]) for k in ("rw", "mt", "dse")}
    gold = {k: np.array([e.label for e in sets[k]]) for k in logits}
    both = np.concatenate([gold["rw"], gold["mt"]])
    t_target = temperature(np.concatenate([logits["rw"][0], logits["mt"][0]]), both)
    z, y = logits["dse"][1], gold["dse"]
    t_direction = temperature(z.reshape(-1, 3), directed(y).reshape(-1))
    counts = np.bincount([e.label for e in read_dse(a.gold / "dse/train.txt", tokenize)], minlength=5)
    score = lambda tau: macro(y, relation_of(softmax(z / t_direction + prior_bias(counts, tau))), 5)
    if a.tau is None:
        curve = {t: score(t) for t in np.round(np.arange(-0.5, 0.51, 0.1), 1)}
        print({float(k): round(float(v), 1) for k, v in curve.items()})
        # the middle of three neighbours is steadier than the best single value
        smooth = {t: np.mean([curve[u] for u in curve if abs(u - t) < 0.15]) for t in curve}
        a.tau = float(max(smooth, key=smooth.get)) + 0.0
    bias = prior_bias(counts, a.tau)
    config = {
        "model": "aras-stance",
        "encoder": "e5-small-v2, its six lowest layers",
        "maxLength": MAX_LENGTH,
        "tokens": {"pad": 0, "unknown": 100, "cls": 101, "sep": 102},
        "marks": {"target": MARKS[1], "first": MARKS[2], "second": MARKS[3]},
        "header": ":",
        "classes": ["negative", "neutral", "positive"],
        "heads": {
            "target": {"temperature": t_target, "bias": [0, 0, 0]},
            "direction": {"temperature": t_direction, "tau": a.tau, "bias": (np.round(bias, 3) + 0.0).tolist()},
        },
    }
    text = re.sub(r"\[\s+([^\[\]]*?)\s+\]", lambda m: f"[{' '.join(m[1].split())}]", json.dumps(config, indent=2))
    (a.model / "config.json").write_text(text + "\n")
    print(f"temperature target {t_target} direction {t_direction}, tau {a.tau}, dse {score(a.tau):.1f}")


if __name__ == "__main__":
    main()
