"""How many of the simulated shifts ruptures finds, at 3 to 7 % false alarms.

Run once by hand where its numbers are to be renewed; they are kept in ruptures.json.
Needs ruptures 1.1.10 (PyPI) and the series of export_series.ts:

    python ruptures_shifts.py series.json > ruptures.json
    python ruptures_shifts.py series.json models

The first writes, for each kind of series, the share found at each rate with a penalty
that is the same for all series (the noise known) and with one in units of each series'
own variance (the noise estimated), by kernel change point detection with the linear
kernel, the cost model l2. The second compares cost models by the best single split on
the series of 50 statements (optimal partitioning by the slower ones takes hours): l2,
rank, l1, normal and rbf.
"""
import json
import sys
import warnings

import numpy as np
import ruptures
from ruptures.costs import cost_factory

warnings.filterwarnings("ignore")

RATES = [0.03, 0.035, 0.04, 0.045, 0.05, 0.055, 0.06, 0.065, 0.07]
MODELS = {
    "l2": {},
    "rank": {},
    "l1": {},
    "normal": {},
    "rbf": {},
    "rbf, gamma 0.5": {"gamma": 0.5},
}


def critical(values):
    """The penalty from which on a series shows no change, to a thousandth."""
    x = np.asarray(values, float).reshape(-1, 1)
    algo = ruptures.KernelCPD(kernel="linear", min_size=2, jump=1).fit(x)
    low, high = 0.05, 500.0
    while high / low > 1.001:
        middle = (low * high) ** 0.5
        if len(algo.predict(pen=middle)) > 1:
            low = middle
        else:
            high = middle
    return high


def gain(model, values):
    """What the best single split takes off the cost."""
    x = np.asarray(values, float).reshape(-1, 1)
    cost = cost_factory(model.split(",")[0], **MODELS[model]).fit(x)
    n, least = len(x), max(2, cost.min_size)
    whole = cost.error(0, n)
    return max(
        whole - cost.error(0, t) - cost.error(t, n) for t in range(least, n - least + 1)
    )


def found(none, shift):
    """Share found at each rate of false alarms."""
    return [round(float(np.mean(shift > np.quantile(none, 1 - r))), 4) for r in RATES]


def main():
    with open(sys.argv[1]) as file:
        cells = json.load(file)
    table = {"rates": RATES, "cells": {}}
    for cell, groups in cells.items():
        if "models" in sys.argv[2:]:
            if not cell.startswith("n = 50"):
                continue
            for model in MODELS:
                none = np.array([gain(model, s) for s in groups["none"][:1000]])
                shift = np.array([gain(model, s) for s in groups["shift"][:1000]])
                print(cell, model, found(none, shift)[4], sep="; ", flush=True)
            continue
        none = np.array([critical(s) for s in groups["none"]])
        shift = np.array([critical(s) for s in groups["shift"]])
        scale = {k: np.array([np.var(s) for s in groups[k]]) for k in groups}
        table["cells"][cell] = {
            "noise known": found(none, shift),
            "noise estimated": found(none / scale["none"], shift / scale["shift"]),
        }
    if "models" not in sys.argv[2:]:
        print(json.dumps(table, indent=2, ensure_ascii=False))


main()
