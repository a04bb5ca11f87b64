"""Writes decisions.json: what decision rules are fitted from, by scikit-learn, SciPy and NumPy on small cases.

Run in this folder with scikit-learn 1.2:  OMP_NUM_THREADS=1 python3 generate_decisions.py
"""

import json

import numpy as np
import scipy
import sklearn
from scipy.optimize import minimize
from sklearn.metrics import fbeta_score, matthews_corrcoef

FBETAS = (0.5, 1, 2)


def best(figure, y_true, scores):
    """The highest figure over all thresholds, predicting every score at least as high, and 0 for predicting none."""
    return max(0.0, *(float(figure(y_true, (scores >= t).astype(int))) for t in np.unique(scores)))


def platt(scores, y_true):
    """Platt's (1999) two parameters on clipped logits, by BFGS on his cross entropy with smoothed targets."""
    with np.errstate(divide="ignore"):
        logits = np.clip(np.log(scores / (1 - scores)), -16, 16)
    positives = y_true.sum()
    targets = np.where(y_true == 1, (positives + 1) / (positives + 2), 1 / (len(y_true) - positives + 2))

    def loss(parameters):
        z = parameters[0] * logits + parameters[1]
        probabilities = 1 / (1 + np.exp(-z))
        error = probabilities - targets
        return np.sum(np.logaddexp(0, z) - targets * z), np.array([error @ logits, error.sum()])

    fitted = minimize(loss, [0.0, 0.0], jac=True, method="BFGS", options={"gtol": 1e-10})
    return {"slope": float(fitted.x[0]), "offset": float(fitted.x[1])}


def case(y_true, steps, of):
    scores = steps / of
    counts, sums = y_true.sum(axis=1), scores.sum(axis=1)
    slope, offset = np.polyfit(sums, counts, 1)
    return {
        "rows": y_true.shape[0],
        "cols": y_true.shape[1],
        "yTrue": y_true.ravel().tolist(),
        "steps": steps.ravel().tolist(),
        "of": of,
        "fbeta": {
            str(beta): [
                best(lambda t, p: fbeta_score(t, p, beta=beta, zero_division=0), y_true[:, j], scores[:, j])
                for j in range(y_true.shape[1])
            ]
            for beta in FBETAS
        },
        "mcc": [best(matthews_corrcoef, y_true[:, j], scores[:, j]) for j in range(y_true.shape[1])],
        "medianCurve": np.median(-np.sort(-scores, axis=1), axis=0).tolist(),
        "countLine": {"slope": float(slope), "offset": float(offset)},
        "platt": [platt(scores[:, j], y_true[:, j]) for j in range(y_true.shape[1])],
    }


random = np.random.RandomState(20260802)


def draw(rows, cols, density, of, noise):
    """Scores as integers out of `of`, so that few steps make ties and nothing is rounded."""
    y_true = (random.rand(rows, cols) < density).astype(int)
    level = 0.35 * y_true + 0.3 + noise * random.randn(rows, cols)
    return case(y_true, np.clip(np.rint(level * of), 0, of).astype(int), of)


CASES = [
    draw(rows, cols, density, of, noise)
    for rows, cols, density in [(8, 3, 0.5), (15, 4, 0.3), (30, 5, 0.15), (40, 3, 0.85)]
    for of in (4, 64)
    for noise in (0.15, 0.4)
]

with open("decisions.json", "w") as file:
    lines = ",\n".join(json.dumps(entry) for entry in CASES)
    versions = {"sklearn": sklearn.__version__, "scipy": scipy.__version__, "numpy": np.__version__}
    file.write(f'{{"versions": {json.dumps(versions)}, "cases": [\n{lines}\n]}}\n')
