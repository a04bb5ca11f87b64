"""Writes scores.json, random_scores.json and reports.json: scikit-learn's scores on small label matrices.

Run in this folder with scikit-learn 1.2:  OMP_NUM_THREADS=1 python3 generate_scores.py
"""

import json
import warnings

import numpy as np
import sklearn
from sklearn.metrics import (
    accuracy_score,
    classification_report,
    fbeta_score,
    hamming_loss,
    jaccard_score,
    matthews_corrcoef,
    multilabel_confusion_matrix,
    precision_score,
    recall_score,
)

AVERAGES = ("micro", "macro", "weighted", "samples", "none")


def fbeta(beta):
    return lambda y_true, y_pred, **options: fbeta_score(y_true, y_pred, beta=beta, **options)


SCORES = {
    "precision": precision_score,
    "recall": recall_score,
    "jaccard": jaccard_score,
    "f0": fbeta(0),
    "f0.5": fbeta(0.5),
    "f1": fbeta(1),
    "f2": fbeta(2),
    "fInfinity": fbeta(np.inf),
}


def padded(y):
    """A class that is never true nor predicted beside a single one: it changes no example's score and has no weight."""
    return np.hstack([y, np.zeros_like(y)])


def score(name, y_true, y_pred, average, zero_division):
    function = SCORES[name]
    if y_true.shape[1] > 1:
        average = None if average == "none" else average
        value = function(y_true, y_pred, average=average, zero_division=zero_division)
        return value.tolist() if average is None else float(value)
    # scikit-learn takes one column for a binary problem with two classes; over the one class every average is the
    # binary score, but for what scikit-learn does with the weights of no true label.
    if average == "samples" or (average == "weighted" and name != "jaccard"):
        return float(function(padded(y_true), padded(y_pred), average=average, zero_division=zero_division))
    value = float(function(y_true[:, 0], y_pred[:, 0], average="binary", zero_division=zero_division))
    return [value] if average == "none" else value


def scores(y_true, y_pred):
    """Per score and average the values with zero_division 0 and 1."""
    return {
        name: {average: [score(name, y_true, y_pred, average, z) for z in (0, 1)] for average in AVERAGES}
        for name in SCORES
    }


def matthews(y_true, y_pred):
    columns = [float(matthews_corrcoef(t, p)) for t, p in zip(y_true.T, y_pred.T)]
    return {
        "none": columns,
        "macro": float(np.mean(columns)),
        "micro": float(matthews_corrcoef(y_true.ravel(), y_pred.ravel())),
    }


def confusions(y_true, y_pred, samplewise):
    """[tn, fp, fn, tp] per class or example."""
    if y_true.shape[1] > 1:
        return multilabel_confusion_matrix(y_true, y_pred, samplewise=samplewise).reshape(-1, 4).tolist()
    matrices = multilabel_confusion_matrix(padded(y_true), padded(y_pred), samplewise=samplewise).reshape(-1, 4)
    # Without the padding there is one true negative less in each example, and one class less.
    return (matrices - [1, 0, 0, 0]).tolist() if samplewise else matrices[:1].tolist()


def figures(y_true, y_pred):
    one = y_true.shape[1] == 1
    flat = (lambda y: y[:, 0]) if one else (lambda y: y)
    return {
        "scores": scores(y_true, y_pred),
        "matthews": matthews(y_true, y_pred),
        "hammingLoss": float(hamming_loss(flat(y_true), flat(y_pred))),
        "subsetAccuracy": float(accuracy_score(flat(y_true), flat(y_pred))),
    }


def case(name, y_true, y_pred):
    y_true, y_pred = np.array(y_true), np.array(y_pred)
    return {
        "name": name,
        "rows": y_true.shape[0],
        "cols": y_true.shape[1],
        "yTrue": y_true.ravel().tolist(),
        "yPred": y_pred.ravel().tolist(),
        **figures(y_true, y_pred),
        "classConfusions": confusions(y_true, y_pred, False),
        "exampleConfusions": confusions(y_true, y_pred, True),
    }


random = np.random.RandomState(20260801)
draw = lambda rows, cols, density: (random.rand(rows, cols) < density).astype(int)

# The cases whose names start with "random" are the last, so that a case added before them leaves their draws alone.
CASES = [
    case("perfect", [[1, 0, 1], [0, 1, 0]], [[1, 0, 1], [0, 1, 0]]),
    case("all wrong", [[1, 0, 1], [0, 1, 0]], [[0, 1, 0], [1, 0, 1]]),
    case("rows without true labels", [[0, 0, 0], [1, 1, 0]], [[1, 0, 0], [1, 0, 0]]),
    case("rows without predicted labels", [[1, 0, 1], [1, 1, 0]], [[0, 0, 0], [1, 0, 0]]),
    case("rows without either", [[0, 0, 0], [1, 1, 0]], [[0, 0, 0], [1, 0, 1]]),
    case("nothing true", np.zeros((3, 2), int), [[1, 0], [0, 0], [1, 1]]),
    case("nothing true, one class predicted", np.zeros((3, 2), int), [[1, 0], [0, 0], [1, 0]]),
    case("nothing predicted", [[1, 0], [0, 0], [1, 1]], np.zeros((3, 2), int)),
    case("nothing true nor predicted", np.zeros((3, 2), int), np.zeros((3, 2), int)),
    case("absent class", [[1, 0, 0], [1, 0, 1], [0, 0, 1]], [[1, 0, 1], [0, 0, 1], [0, 0, 1]]),
    case("absent class that is predicted", [[1, 0], [1, 0]], [[1, 1], [0, 0]]),
    case("class with only positives", [[1, 0], [1, 1], [1, 0]], [[1, 1], [0, 1], [1, 0]]),
    case("all-positive predictions", draw(20, 5, 0.3), np.ones((20, 5), int)),
    case("all-positive labels", np.ones((4, 3), int), draw(4, 3, 0.5)),
    case("single class", [[1], [0], [1], [0], [1]], [[1], [1], [0], [0], [1]]),
    case("single class without positives", [[0], [0]], [[1], [0]]),
    case("single class with only positives", [[1], [1]], [[1], [0]]),
    case("single row", [[1, 0, 1, 1]], [[1, 1, 0, 1]]),
    case("single empty row", [[0, 0, 0]], [[0, 0, 0]]),
    case("single entry", [[1]], [[0]]),
    *[
        case(f"random {rows} x {cols}, density {density}", draw(rows, cols, density), draw(rows, cols, density))
        for rows, cols, density in [(7, 3, 0.5), (40, 10, 0.16), (60, 30, 0.03), (25, 4, 0.9)]
    ],
]


class Lcg:
    """The linear congruential generator of Numerical Recipes, which the test has too: it draws the random cases again."""

    def __init__(self, seed):
        # Neighbouring seeds would start with equal numbers.
        self.state = 2654435761 * seed % 2**32

    def below(self, n):
        self.state = (1664525 * self.state + 1013904223) % 2**32
        return self.state // 2**16 * n // 2**16


def random_case(seed):
    """Few rows and classes at densities that reach 0 and 1, so that undefined scores are common."""
    lcg = Lcg(seed)
    rows, cols = 1 + lcg.below(8), 2 + lcg.below(4)
    matrix = lambda tenths: np.array([int(lcg.below(10) < tenths) for _ in range(rows * cols)]).reshape(rows, cols)
    return matrix(lcg.below(11)), matrix(lcg.below(11))


def rounded(value):
    if isinstance(value, dict):
        return {key: rounded(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [rounded(entry) for entry in value]
    # An integer value takes fewer characters as one.
    return int(value) if value == int(value) else round(value, 6)


def packed(seed):
    """The figures of a random case without their names, in the order of SCORES and AVERAGES; a pair of equal values once."""
    entry = rounded(figures(*random_case(seed)))
    once = lambda pair: pair[0] if pair[0] == pair[1] else {"0": pair[0], "1": pair[1]}
    return [
        [[once(pair) for pair in averages.values()] for averages in entry["scores"].values()],
        entry["matthews"],
        entry["hammingLoss"],
        entry["subsetAccuracy"],
    ]


def report(name, y_true, y_pred, class_names=None, digits=2):
    return [
        {
            "name": f"{name}, zeroDivision {zero_division}",
            "cols": y_true.shape[1],
            "yTrue": y_true.ravel().tolist(),
            "yPred": y_pred.ravel().tolist(),
            **({} if class_names is None else {"classNames": class_names}),
            "digits": digits,
            "zeroDivision": zero_division,
            "text": classification_report(
                y_true, y_pred, target_names=class_names, digits=digits, zero_division=zero_division
            ),
        }
        for zero_division in (0, 1)
    ]


def matrices(entry):
    shape = (entry["rows"], entry["cols"])
    return np.array(entry["yTrue"]).reshape(shape), np.array(entry["yPred"]).reshape(shape)


def lines(entries):
    return ",\n".join(json.dumps(entry, separators=(",", ":")) for entry in entries)


version = f'"sklearn": "{sklearn.__version__}"'

with open("scores.json", "w") as file:
    file.write(f'{{{version}, "cases": [\n{lines(CASES)}\n]}}\n')

with open("random_scores.json", "w") as file, warnings.catch_warnings():
    warnings.simplefilter("ignore")
    order = json.dumps({"scores": list(SCORES), "averages": AVERAGES})
    file.write(f'{{{version}, "order": {order}, "seeds": [\n{lines(packed(seed) for seed in range(500))}\n]}}\n')

REPORTS = [
    *[r for entry in CASES if entry["cols"] > 1 for r in report(entry["name"], *matrices(entry))],
    # Precisions of 1/8, 3/8, 5/8 and 7/8 lie exactly between two numbers of two digits.
    *report(
        "ties of rounding",
        np.array([[i < 1, i < 3, i < 5, i < 7] for i in range(8)]).astype(int),
        np.ones((8, 4), int),
    ),
    # F1 is 5/8 and 3/8; the rounding of precision and recall puts it just above and just below.
    *report(
        "ties of rounding that rounding unties",
        np.array([[i < 7, i < 6] for i in range(13)]).astype(int),
        np.array([[2 <= i < 11, 3 <= i] for i in range(13)]).astype(int),
    ),
    *report(
        "names longer than a heading",
        draw(9, 3, 0.5),
        draw(9, 3, 0.5),
        ["a", "sustaining proliferative signalling", "\U0001d538é"],
    ),
    *[r for digits in (0, 1, 4, 15) for r in report(f"{digits} digits", draw(12, 3, 0.4), draw(12, 3, 0.4), None, digits)],
    *[r for seed in range(50) for r in report(f"random case {seed}", *random_case(seed))],
]

with open("reports.json", "w") as file:
    file.write(f'{{{version}, "cases": [\n{lines(REPORTS)}\n]}}\n')
