"""Writes ranking.json: scikit-learn's ranking, curve and calibration scores, on edge cases and on 500 random ones.

Run in this folder with scikit-learn 1.2:  OMP_NUM_THREADS=1 python3 -W ignore generate_ranking.py
A random case is told by its seed alone: random_case below and randomCase in src/ranking/golden.test.support.ts draw the same
labels and scores from it. Scores are multiples of a power of two, so that 32-bit floats hold them exactly.
"""

import json

import numpy as np
import sklearn
from sklearn.calibration import calibration_curve
from sklearn.metrics import (
    average_precision_score,
    brier_score_loss,
    coverage_error,
    label_ranking_average_precision_score,
    label_ranking_loss,
    ndcg_score,
    roc_auc_score,
)

AVERAGES = ("macro", "micro", "weighted", "samples")
BINS = 5


def words(seed):
    """A linear congruential generator (Numerical Recipes), upper 16 bits of each state."""
    state = seed
    while True:
        state = (1664525 * state + 1013904223) % 2**32
        yield state >> 16


def random_case(seed):
    word = words(seed)
    rows, cols = 1 + next(word) % 12, 2 + next(word) % 7
    density = (1, 3, 6, 9)[next(word) % 4]
    levels = (1, 4, 16, 65536)[next(word) % 4]
    logits = next(word) % 2 == 1
    labels, scores = [], []
    for _ in range(rows * cols):
        labels.append(int(next(word) % 10 < density))
        share = next(word) % levels / levels
        scores.append(8 * share - 4 if logits else share)
    return np.reshape(labels, (rows, cols)), np.reshape(scores, (rows, cols)), logits


def defined(function, *arguments, **options):
    """The score, or None where scikit-learn raises."""
    try:
        return function(*arguments, **options)
    except ValueError:
        return None


def ranking_scores(y_true, y_score):
    return {
        **{f"rocAuc {a}": defined(roc_auc_score, y_true, y_score, average=a) for a in AVERAGES},
        **{f"averagePrecision {a}": average_precision_score(y_true, y_score, average=a) for a in AVERAGES},
        "coverageError": coverage_error(y_true, y_score),
        "labelRankingAveragePrecisionScore": label_ranking_average_precision_score(y_true, y_score),
        "labelRankingLoss": label_ranking_loss(y_true, y_score),
        "ndcg 1": ndcg_score(y_true, y_score, k=1),
        "ndcg 3": ndcg_score(y_true, y_score, k=3),
        "ndcg all": ndcg_score(y_true, y_score),
    }


def calibration_scores(y_true, y_prob):
    classes = range(y_true.shape[1])
    uniform, quantile = (
        calibration_curve(y_true.ravel(), y_prob.ravel(), pos_label=1, n_bins=BINS, strategy=strategy)
        for strategy in ("uniform", "quantile")
    )
    # Where a quantile is a score itself, its rounding decides to which bin scikit-learn gives the score.
    rounded = (y_true.size - 1) % BINS == 0
    return {
        "brier": np.mean([brier_score_loss(y_true[:, j], y_prob[:, j], pos_label=1) for j in classes]),
        "width rates": uniform[0].sum(),
        "width scores": uniform[1].sum(),
        "mass rates": None if rounded else quantile[0].sum(),
        "mass scores": None if rounded else quantile[1].sum(),
    }


def plain(value):
    return None if value is None else round(float(value), 10)


def edge_case(name, y_true, y_score):
    y_true, y_score = np.array(y_true), np.array(y_score, dtype=float)
    return {
        "name": name,
        "yTrue": y_true.tolist(),
        "yScore": y_score.tolist(),
        "scores": {key: plain(value) for key, value in ranking_scores(y_true, y_score).items()},
        "rocAucs": [plain(defined(roc_auc_score, t, s)) for t, s in zip(y_true.T, y_score.T)],
        "averagePrecisions": [
            plain(value) for value in average_precision_score(y_true, y_score, average=None)
        ],
    }


half = [[0.5, 0.5, 0.5], [0.5, 0.5, 0.5], [0.5, 0.5, 0.5]]
mixed = [[0.75, 0.25, 0.5], [0.5, 0.75, 0.25], [0.25, 0.5, 0.75]]
EDGES = [
    edge_case("perfect ranking", [[1, 0, 0], [0, 1, 0], [0, 0, 1]], mixed),
    edge_case("reversed ranking", [[0, 1, 1], [1, 0, 1], [1, 1, 0]], mixed),
    edge_case("all scores tied", [[1, 0, 1], [0, 1, 0], [1, 1, 0]], half),
    edge_case("all-negative row", [[0, 0, 0], [1, 1, 0], [0, 0, 1]], mixed),
    edge_case("all-positive row", [[1, 1, 1], [1, 0, 0], [0, 0, 1]], mixed),
    edge_case("absent class", [[1, 0, 0], [0, 0, 1], [1, 0, 0]], mixed),
    edge_case("class with positives only", [[1, 1, 0], [0, 1, 1], [0, 1, 0]], mixed),
    edge_case("nothing true", [[0, 0, 0], [0, 0, 0], [0, 0, 0]], mixed),
    edge_case("everything true", [[1, 1, 1], [1, 1, 1], [1, 1, 1]], mixed),
    edge_case("single row", [[1, 0, 1, 0]], [[0.5, 0.75, 0.25, 0.125]]),
    edge_case("single row, ties across labels", [[1, 0, 1, 0, 1]], [[0.5, 0.5, 0.25, 0.25, 0.25]]),
    edge_case("single all-negative row", [[0, 0]], [[0.5, 0.25]]),
    edge_case("negative logits and zeros of both signs", [[1, 0, 1], [0, 1, 0], [1, 1, 1]],
              [[-1.5, 0.0, -0.0], [-8.0, 2.5, -0.0], [0.0, -0.25, 16.0]]),
    edge_case("ties within a class", [[1, 0], [0, 1], [1, 1], [0, 0], [1, 0]],
              [[0.5, 0.5], [0.5, 0.25], [0.25, 0.5], [0.25, 0.5], [0.5, 0.75]]),
]

KEYS = [*ranking_scores(*random_case(1)[:2]), *calibration_scores(np.eye(2), np.eye(2) / 2)]
RANDOM = []
for seed in range(1, 501):
    y_true, y_score, logits = random_case(seed)
    scores = ranking_scores(y_true, y_score)
    if not logits:
        scores |= calibration_scores(y_true, y_score)
    RANDOM.append([plain(value) for value in scores.values()])

with open("ranking.json", "w") as file:
    edges = ",\n".join(json.dumps(entry) for entry in EDGES)
    random = ",\n".join(json.dumps(values, separators=(",", ":")) for values in RANDOM)
    file.write(f'{{"sklearn": "{sklearn.__version__}", "edges": [\n{edges}\n],\n')
    file.write(f'"bins": {BINS}, "keys": {json.dumps(KEYS)}, "random": [\n{random}\n]}}\n')
