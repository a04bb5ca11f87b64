"""Writes scores.json: scikit-learn's scores on small label matrices.

Run in this folder with scikit-learn 1.2:  OMP_NUM_THREADS=1 python3 generate_scores.py
"""

import json

import numpy as np
import sklearn
from sklearn.metrics import accuracy_score, f1_score, hamming_loss, precision_score, recall_score

SCORES = {"f1": f1_score, "precision": precision_score, "recall": recall_score}
AVERAGES = ("micro", "macro", "weighted", "samples")


def score(function, y_true, y_pred, average, zero_division):
    if y_true.shape[1] > 1:
        return function(y_true, y_pred, average=average, zero_division=zero_division)
    # scikit-learn takes one column for a binary problem with two classes. A class that is never true nor
    # predicted changes no example's score; over the one class every other average is the binary score.
    if average == "samples":
        pad = lambda y: np.hstack([y, np.zeros_like(y)])
        return function(pad(y_true), pad(y_pred), average=average, zero_division=zero_division)
    return function(y_true[:, 0], y_pred[:, 0], average="binary", zero_division=zero_division)


def case(name, y_true, y_pred):
    y_true, y_pred = np.array(y_true), np.array(y_pred)
    one = y_true.shape[1] == 1
    flat = (lambda y: y[:, 0]) if one else (lambda y: y)
    return {
        "name": name,
        "rows": y_true.shape[0],
        "cols": y_true.shape[1],
        "yTrue": y_true.ravel().tolist(),
        "yPred": y_pred.ravel().tolist(),
        "scores": [
            {
                "score": key,
                "average": average,
                "zeroDivision": zero_division,
                "value": float(score(function, y_true, y_pred, average, zero_division)),
            }
            for key, function in SCORES.items()
            for average in AVERAGES
            for zero_division in (0, 1)
        ],
        "hammingLoss": float(hamming_loss(flat(y_true), flat(y_pred))),
        "subsetAccuracy": float(accuracy_score(flat(y_true), flat(y_pred))),
    }


random = np.random.RandomState(20260801)
draw = lambda rows, cols, density: (random.rand(rows, cols) < density).astype(int)

CASES = [
    case("perfect", [[1, 0, 1], [0, 1, 0]], [[1, 0, 1], [0, 1, 0]]),
    case("all wrong", [[1, 0, 1], [0, 1, 0]], [[0, 1, 0], [1, 0, 1]]),
    case("rows without true labels", [[0, 0, 0], [1, 1, 0]], [[1, 0, 0], [1, 0, 0]]),
    case("rows without predicted labels", [[1, 0, 1], [1, 1, 0]], [[0, 0, 0], [1, 0, 0]]),
    case("rows without either", [[0, 0, 0], [1, 1, 0]], [[0, 0, 0], [1, 0, 1]]),
    case("nothing true", np.zeros((3, 2), int), [[1, 0], [0, 0], [1, 1]]),
    case("nothing predicted", [[1, 0], [0, 0], [1, 1]], np.zeros((3, 2), int)),
    case("nothing true nor predicted", np.zeros((3, 2), int), np.zeros((3, 2), int)),
    case("absent class", [[1, 0, 0], [1, 0, 1], [0, 0, 1]], [[1, 0, 1], [0, 0, 1], [0, 0, 1]]),
    case("absent class that is predicted", [[1, 0], [1, 0]], [[1, 1], [0, 0]]),
    case("all-positive predictions", draw(20, 5, 0.3), np.ones((20, 5), int)),
    case("all-positive labels", np.ones((4, 3), int), draw(4, 3, 0.5)),
    case("single class", [[1], [0], [1], [0], [1]], [[1], [1], [0], [0], [1]]),
    case("single class without positives", [[0], [0]], [[1], [0]]),
    case("single row", [[1, 0, 1, 1]], [[1, 1, 0, 1]]),
    case("single empty row", [[0, 0, 0]], [[0, 0, 0]]),
    *[
        case(f"random {rows} x {cols}, density {density}", draw(rows, cols, density), draw(rows, cols, density))
        for rows, cols, density in [(7, 3, 0.5), (40, 10, 0.16), (60, 30, 0.03), (25, 4, 0.9)]
    ],
]

with open("scores.json", "w") as file:
    lines = ",\n".join(json.dumps(entry) for entry in CASES)
    file.write(f'{{"sklearn": "{sklearn.__version__}", "cases": [\n{lines}\n]}}\n')
