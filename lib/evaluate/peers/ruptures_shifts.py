"""How many of the simulated shifts ruptures finds, at 5 % false alarms.

Run once by hand where its numbers are to be renewed; the numbers are kept in
../shift_peers.ts. Needs ruptures 1.1.10 (PyPI) and the series of export_series.ts:

    python ruptures_shifts.py series.json
"""
import json
import sys
import warnings

import numpy as np
import ruptures

warnings.filterwarnings("ignore")
series = json.load(open(sys.argv[1]))

KERNELS = {
    "l2": dict(kernel="linear"),
    "rbf, median heuristic": dict(kernel="rbf"),
    "rbf, gamma 0.5": dict(kernel="rbf", params={"gamma": 0.5}),
}


def finds(model, values, penalty):
    x = np.asarray(values, float).reshape(-1, 1)
    if model in KERNELS:
        algo = ruptures.KernelCPD(min_size=2, jump=1, **KERNELS[model])
    else:
        algo = ruptures.Pelt(model=model, min_size=2, jump=1)
    return len(algo.fit(x).predict(pen=penalty)) > 1


def penalty_for(model, none, rate=0.05):
    """The least penalty at which at most `rate` of the series show a change."""
    low, high = 0.05, 500
    for _ in range(14):
        middle = (low * high) ** 0.5
        alarms = sum(finds(model, s, middle) for s in none) / len(none)
        low, high = (low, middle) if alarms <= rate else (middle, high)
    return high


for cell, groups in series.items():
    best = {}
    for model in KERNELS:
        penalty = penalty_for(model, groups["none"])
        best[model] = sum(finds(model, s, penalty) for s in groups["shift"]) / 1000
    # Slower cost models are tried on fewer series.
    few = {}
    for model in ("l1", "rank", "normal"):
        if len(groups["none"][0]) > 60:
            continue
        penalty = penalty_for(model, groups["none"][:100])
        few[model] = sum(finds(model, s, penalty) for s in groups["shift"][:100]) / 100
    print(cell, "|", best, "|", few, flush=True)
