"""Scores, calibration and intervals, with numpy alone."""

import numpy as np

#: What each class of the relation head says, in the order of its outputs.
RELATIONS = ("neutral", "A>B positive", "B>A positive", "A>B negative", "B>A negative")
POLARITIES = ("negative", "neutral", "positive")
#: The relations that say negative, neutral and positive of A>B and of B>A.
READ = ([3, 0, 1], [4, 0, 2])
#: Each relation as the polarities of A>B and of B>A.
PAIR = ((1, 1), (2, 1), (1, 2), (0, 1), (1, 0))


def softmax(z, axis=-1):
    z = np.exp(z - z.max(axis, keepdims=True))
    return z / z.sum(axis, keepdims=True)


def f1_by_class(gold, predicted, n):
    out = []
    for c in range(n):
        hit = np.sum((gold == c) & (predicted == c))
        out.append(2 * hit / max(1, np.sum(gold == c) + np.sum(predicted == c)))
    return np.array(out)


def macro(gold, predicted, n):
    return 100 * f1_by_class(gold, predicted, n).mean()


def interval(gold, predicted, n, draws=2000, seed=1):
    """95 % percentile bootstrap interval of macro-F1 over examples."""
    rng = np.random.default_rng(seed)
    values = []
    for _ in range(draws):
        i = rng.integers(0, len(gold), len(gold))
        values.append(macro(gold[i], predicted[i], n))
    return np.percentile(values, [2.5, 97.5])


def directions(relation):
    """Probabilities of five relations [n,5] -> [n,2,3]: negative, neutral, positive of A>B and of B>A,
    each given that the sentence does not speak the other way round only."""
    p = np.stack([relation[:, i] for i in READ], 1)
    return p / p.sum(-1, keepdims=True)


def relation_of(direction):
    """[n,2,3] -> class 0…4 as the scorer reads it: the likelier direction that is not neutral."""
    label, best = direction.argmax(-1), direction.max(-1)
    score = np.where(label == 1, 0, best)
    way = score.argmax(1)
    sign = np.take_along_axis(label, way[:, None], 1)[:, 0]
    return np.where(score.max(1) == 0, 0, np.where(sign == 2, 1 + way, 3 + way))


def nll(p, gold):
    return -np.log(np.clip(p[np.arange(len(gold)), gold], 1e-9, 1)).mean()


def ece(p, gold, bins=10):
    """Expected calibration error of the likeliest class (equal-width bins)."""
    confidence, right = p.max(1), p.argmax(1) == gold
    total = 0.0
    for b in np.unique(np.minimum((confidence * bins).astype(int), bins - 1)):
        i = np.minimum((confidence * bins).astype(int), bins - 1) == b
        total += i.mean() * abs(confidence[i].mean() - right[i].mean())
    return 100 * total
