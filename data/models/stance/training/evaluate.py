"""Measures the exported model on the validation parts, as it will be used.

    python evaluate.py --gold DIR --coded coded.jsonl [--model ../] [--onnx other.onnx] [--json FILE]

Macro-F1 with 95 % bootstrap intervals, F1 by class, confusion matrices, calibration error, speed, and
how much hangs on names: how often an answer changes when a party gets another name.
The DSE part leaves out the sentences that the training file repeats; the coded statements and invented
passages are those that were kept from training.
"""

import argparse
import json
import pathlib
import random
import time

import numpy as np
import onnxruntime as ort

from data import Augment, batches, encode, tokenizer, validation
from metrics import PAIR, POLARITIES, RELATIONS, ece, f1_by_class, interval, macro, nll, relation_of, softmax

MAX_LENGTH = 256


class Model:
    def __init__(self, folder, onnx=None, threads=1):
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self.session = ort.InferenceSession(str(onnx or folder / "model.onnx"), options)
        config = folder / "config.json"
        self.heads = json.loads(config.read_text())["heads"] if config.exists() else None

    def run(self, examples, size=16):
        """Logits of the two outputs, [n,3] and [n,2,3], in the order of the examples."""
        sequences = [encode(e, MAX_LENGTH) for e in examples]
        target, direction = np.zeros((len(examples), 3)), np.zeros((len(examples), 2, 3))
        for index in batches(sequences, size):
            n = max(len(sequences[i]) for i in index)
            ids = np.zeros((len(index), n), np.int64)
            for row, i in enumerate(index):
                ids[row, : len(sequences[i])] = sequences[i]
            feed = {"input_ids": ids, "attention_mask": (ids != 0).astype(np.int64)}
            target[index], direction[index] = self.session.run(["target", "direction"], feed)
        return target, direction

    def probabilities(self, logits):
        out = []
        for name, z in zip(("target", "direction"), logits):
            head = self.heads[name]
            out.append(softmax(z / head["temperature"] + np.array(head["bias"])))
        return out


def confusion(gold, predicted, n):
    table = np.zeros((n, n), int)
    np.add.at(table, (gold, predicted), 1)
    return table.tolist()


def by_names(model, examples, tokenize, read, times=3):
    """What another name for one of the parties changes, in points: the share of examples that get
    another class, and the mean distance of the values (positive less negative, −100 to 100)."""
    rng, augment = random.Random(1), Augment(examples, tokenize)
    before = read(model.probabilities(model.run(examples)))
    changed, moved = [], []
    for _ in range(times):
        others = [augment.renamed(e, rng) for e in examples]
        touched = np.array([o != e for o, e in zip(others, examples)])
        after = read(model.probabilities(model.run(others)))
        changed.append((before.argmax(1) != after.argmax(1))[touched])
        moved.append(np.abs((after - before) @ [-1, 0, 1])[touched])
    changed, moved = np.concatenate(changed), np.concatenate(moved)
    return {
        "asked": len(changed),
        "changed": round(100 * float(changed.mean()), 1),
        "moved": round(100 * float(moved.mean()), 1),
    }


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--gold", type=pathlib.Path, required=True)
    ap.add_argument("--coded", type=pathlib.Path, required=True, help="what coded.ts writes")
    ap.add_argument("--model", type=pathlib.Path, default=pathlib.Path(__file__).parent.parent)
    ap.add_argument("--onnx", type=pathlib.Path, help="another file with the same outputs, e.g. the 32-bit one")
    ap.add_argument("--json", type=pathlib.Path, help="write the figures here too")
    a = ap.parse_args()
    model, tokenize, report = Model(a.model, a.onnx), tokenizer(a.model), {}
    sets = validation(a.gold, a.coded, tokenize)
    for name in ("rw", "mt", "dse", "coded", "passages"):
        examples = sets[name]
        gold = np.array([e.label for e in examples])
        since = time.perf_counter()
        target, direction = model.probabilities(model.run(examples))
        rate = len(examples) / (time.perf_counter() - since)
        if name == "dse":
            predicted, n, classes = relation_of(direction), 5, RELATIONS
            way = np.array(PAIR)[gold].reshape(-1)
            p, truth = direction.reshape(-1, 3), way
        elif name in ("coded", "passages"):
            p, gold = direction[np.arange(len(gold)), gold // 3], gold % 3
            predicted, n, classes, truth = p.argmax(1), 3, POLARITIES, gold
        else:
            predicted, n, classes, p, truth = target.argmax(1), 3, POLARITIES, target, gold
        low, high = interval(gold, predicted, n)
        report[name] = {
            "n": len(gold),
            "macroF1": round(macro(gold, predicted, n), 1),
            "interval": [round(low, 1), round(high, 1)],
            "accuracy": round(100 * float((gold == predicted).mean()), 1),
            "f1": {c: round(100 * float(x), 1) for c, x in zip(classes, f1_by_class(gold, predicted, n))},
            "support": {c: int(x) for c, x in zip(classes, np.bincount(gold, minlength=n))},
            "confusion": confusion(gold, predicted, n),
            "ece": round(ece(p, truth), 1),
            "nll": round(float(nll(p, truth)), 3),
            "perSecond": round(rate),
        }
    way = np.array([e.label // 3 for e in sets["coded"]])
    report["names"] = {
        "targets": by_names(model, sets["rw"] + sets["mt"], tokenize, lambda p: p[0]),
        "coded": by_names(model, sets["coded"], tokenize, lambda p: p[1][np.arange(len(way)), way]),
    }
    for name, r in report.items():
        print(name, json.dumps(r))
    if a.json:
        a.json.write_text(json.dumps(report, indent=2) + "\n")


if __name__ == "__main__":
    main()
