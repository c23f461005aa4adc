"""How many of the simulated shifts ruptures finds, at 3 to 7 % false alarms.

Run once by hand where its numbers are to be renewed; the numbers are kept in
../shift_peers.ts. Needs ruptures 1.1.10 (PyPI) and the series of export_series.ts:

    python ruptures_shifts.py series.json [MODEL ...]

Models: "l2", "rbf, median heuristic", "rbf, gamma 0.5", and those of ruptures.Pelt ("l1",
"rank", "normal"), which take hours.
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


def critical(model, values):
    """The penalty from which on a series shows no change, to a thousandth."""
    low, high = 0.05, 500.0
    for _ in range(20):
        middle = (low * high) ** 0.5
        low, high = (middle, high) if finds(model, values, middle) else (low, middle)
    return high


RATES = [0.03, 0.035, 0.04, 0.045, 0.05, 0.055, 0.06, 0.065, 0.07]
only = sys.argv[2:] or ["l2", "rbf, gamma 0.5"]

for cell, groups in series.items():
    for model in only:
        none = np.sort([critical(model, s) for s in groups["none"]])
        shift = np.array([critical(model, s) for s in groups["shift"]])
        found = [float(np.mean(shift > np.quantile(none, 1 - rate))) for rate in RATES]
        print(json.dumps({"cell": cell, "model": model, "found": found}), flush=True)
