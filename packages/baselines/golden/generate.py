"""Writes classifiers.json: what scikit-learn 1.2 and NumPy learn from small data sets, dense and sparse.

Run in this folder with scikit-learn 1.2:  OMP_NUM_THREADS=1 python3 generate.py
"""

import json

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import NearestNeighbors
from sklearn.svm import LinearSVC
from sklearn.tree import DecisionTreeClassifier

CLASSES = 3
PENALTIES = (0.1, 1, 100)
TREES = ((None, 8), (3, 1), (None, 5))


def linear(classifiers, test):
    return {
        "coefficients": [c.coef_[0].tolist() for c in classifiers],
        "intercepts": [float(c.intercept_[0]) for c in classifiers],
        "decisionValues": np.stack([c.decision_function(test) for c in classifiers], axis=1).tolist(),
    }


def logistic(C, x, y, test):
    fit = lambda column: LogisticRegression(C=C, solver="newton-cg", tol=1e-9, max_iter=1000).fit(x, column)
    return {"C": C, **linear([fit(y[:, j]) for j in range(CLASSES)], test)}


def svm(C, x, y, test):
    fit = lambda column: LinearSVC(C=C, dual=False, tol=1e-13, max_iter=10**6).fit(x, column)
    return {"C": C, **linear([fit(y[:, j]) for j in range(CLASSES)], test)}


def count(C, x, y, test):
    fitted = LogisticRegression(C=C, multi_class="multinomial", solver="newton-cg", tol=1e-9, max_iter=1000)
    fitted.fit(x, y.sum(axis=1))
    return {
        "C": C,
        "counts": fitted.classes_.tolist(),
        "coefficients": fitted.coef_.tolist(),
        "predicted": fitted.predict(test).tolist(),
    }


def neighbours(k, x, test):
    index = NearestNeighbors(n_neighbors=k, algorithm="brute").fit(x)
    found = {}
    for name, queries in (("own", None), ("test", test)):
        distances, indices = index.kneighbors(queries)
        gaps = np.diff(index.kneighbors(queries, n_neighbors=k + 1)[0], axis=1)
        assert gaps.min() > 1e-6, "a tie: its order is not scikit-learn's to tell"
        found[name] = {"indices": indices.tolist(), "distances": distances.tolist()}
    return {"k": k, **found}


def ml_knn(k, s, x, y, test):
    """Zhang and Zhou (2007), table 1, term by term."""
    own = NearestNeighbors(n_neighbors=k, algorithm="brute").fit(x)
    m = len(x)
    scores = np.empty((len(test), CLASSES))
    for label in range(CLASSES):
        prior = (s + y[:, label].sum()) / (s * 2 + m)
        c, c_not = np.zeros(k + 1), np.zeros(k + 1)
        for i, neighbourhood in enumerate(own.kneighbors(return_distance=False)):
            delta = y[neighbourhood, label].sum()
            if y[i, label] == 1:
                c[delta] += 1
            else:
                c_not[delta] += 1
        for t, neighbourhood in enumerate(own.kneighbors(test, return_distance=False)):
            delta = y[neighbourhood, label].sum()
            event = (s + c[delta]) / (s * (k + 1) + c.sum())
            event_not = (s + c_not[delta]) / (s * (k + 1) + c_not.sum())
            scores[t, label] = prior * event / (prior * event + (1 - prior) * event_not)
    return {"k": k, "smoothing": s, "scores": scores.tolist()}


def tree(max_depth, least, x, y, test):
    grown = [
        DecisionTreeClassifier(criterion="entropy", max_depth=max_depth, min_samples_leaf=least, random_state=r).fit(x, y)
        for r in range(20)
    ]
    for other in grown:
        assert np.array_equal(other.tree_.feature, grown[0].tree_.feature), "two splits are equally good"
    t = grown[0].tree_
    return {
        "maxDepth": max_depth,
        "minSamplesLeaf": least,
        "columns": np.maximum(t.feature, -1).tolist(),
        "thresholds": np.where(t.feature < 0, 0, t.threshold).tolist(),
        "lefts": t.children_left.tolist(),
        "rights": t.children_right.tolist(),
        "shares": (t.value[:, :, 1] / t.value.sum(axis=2)).tolist(),
        "scores": np.stack([p[:, 1] for p in grown[0].predict_proba(test)], axis=1).tolist(),
    }


def case(name, seed, share):
    """Features of 6 columns of which `share` are not 0, and labels that depend on them; no splits are equally good."""
    random = np.random.default_rng(seed)

    def features(rows):
        values = np.round(random.normal(size=(rows, 6)) * 64) / 64 + 2.0**-10
        return np.where(random.random((rows, 6)) < share, values, 0).astype(np.float32)

    x, test = features(60), features(20)
    weights = random.normal(size=(6, CLASSES))
    y = (x @ weights + random.normal(size=(60, CLASSES)) > 0.3).astype(int)
    # In float64, since LogisticRegression would otherwise compute in float32.
    x, test = x.astype(float), test.astype(float)
    return {
        "name": name,
        "features": x.ravel().tolist(),
        "test": test.ravel().tolist(),
        "labels": y.ravel().tolist(),
        "logistic": [logistic(C, x, y, test) for C in PENALTIES],
        "svm": [svm(C, x, y, test) for C in PENALTIES],
        "count": [count(C, x, y, test) for C in PENALTIES],
        "neighbours": [neighbours(k, x, test) for k in (1, 5)],
        "mlKnn": [ml_knn(k, s, x, y, test) for k, s in ((5, 1), (10, 0.5))],
        "tree": [tree(depth, least, x, y, test) for depth, least in TREES],
    }


CASES = [case("dense features", 22, 1), case("sparse features", 26, 0.5)]

with open("classifiers.json", "w") as file:
    lines = ",\n".join(json.dumps(entry) for entry in CASES)
    versions = {"sklearn": sklearn.__version__, "numpy": np.__version__}
    file.write(f'{{"versions": {json.dumps(versions)}, "cases": [\n{lines}\n]}}\n')
