"""Splits written by bench/dist/writeSplit.js, thresholds tuned on validation parts, and multilabel F1 scores.

Thresholds and cross-fitting are those of the rules `tuned-global` and `tuned-per-class` of `sigf1 run`.
"""

import json

import numpy as np

FOLDS = 5


def read_split(path):
    """Inputs and label matrix (examples × classes) of each part: {"train": (inputs, labels), …}."""
    with open(path, encoding="utf-8") as file:
        column = {name: j for j, name in enumerate(json.loads(file.readline())["labels"])}
        parts = {"train": [], "validation": [], "test": []}
        for line in file:
            example = json.loads(line)
            parts[example["part"]].append(example)
    return {name: (inputs_of(examples), matrix(examples, column)) for name, examples in parts.items()}


def inputs_of(examples):
    return [example["input"] for example in examples]


def matrix(examples, column):
    labels = np.zeros((len(examples), len(column)), dtype=np.uint8)
    for row, example in enumerate(examples):
        labels[row, [column[name] for name in example["labels"]]] = 1
    return labels


def best_threshold(scores, truth):
    """Threshold of the highest F1 of a vector, midway between the scores that it parts; None without positives."""
    order = np.argsort(-scores, kind="stable")
    scores, hits = scores[order], np.cumsum(truth[order])
    if len(hits) == 0 or hits[-1] == 0:
        return None
    f1 = 2 * hits / (np.arange(1, len(hits) + 1) + hits[-1])
    ends = np.append(scores[1:] != scores[:-1], True)
    best = np.argmax(np.where(ends, f1, -1))
    return scores[best] if best + 1 == len(scores) else (scores[best] + scores[best + 1]) / 2


def tuned_global(scores, truth):
    return best_threshold(scores.ravel(), truth.ravel())


def tuned_per_class(scores, truth):
    pooled = tuned_global(scores, truth)
    own = [best_threshold(scores[:, j], truth[:, j]) for j in range(truth.shape[1])]
    return np.array([pooled if threshold is None else threshold for threshold in own])


RULES = {"tuned-global": tuned_global, "tuned-per-class": tuned_per_class}


def cross_fit(rule, scores, truth):
    """Labels of each fifth by the thresholds of the other four."""
    predicted = np.zeros_like(truth)
    fold = np.arange(len(truth)) % FOLDS
    for k in range(FOLDS):
        predicted[fold == k] = scores[fold == k] >= rule(scores[fold != k], truth[fold != k])
    return predicted


def f1_scores(truth, predicted):
    """exampleF1 is 2PR/(P + R) of the mean precision and recall of the examples; a ratio without a denominator is 0."""

    def ratio(a, b):
        return np.divide(a, b, out=np.zeros(np.shape(b)), where=np.asarray(b) > 0)

    true, found = truth.astype(int), predicted.astype(int)
    tp = true * found
    precision = ratio(tp.sum(1), found.sum(1)).mean()
    recall = ratio(tp.sum(1), true.sum(1)).mean()
    return {
        "exampleF1": float(ratio(2 * precision * recall, precision + recall)),
        "microF1": float(ratio(2 * tp.sum(), true.sum() + found.sum())),
        "macroF1": float(ratio(2 * tp.sum(0), true.sum(0) + found.sum(0)).mean()),
        "labelsPerExample": float(found.sum(1).mean()),
    }


def evaluate(validation, test):
    """Per rule the figures of both parts, each given as (scores, truth); those of validation are cross-fitted."""
    return {
        name: {
            "validation": f1_scores(validation[1], cross_fit(rule, *validation)),
            "test": f1_scores(test[1], test[0] >= rule(*validation)),
        }
        for name, rule in RULES.items()
    }


def mean_figures(runs):
    """Means over seeds of what `evaluate` returns."""
    return {
        rule: {
            part: {key: float(np.mean([run[rule][part][key] for run in runs])) for key in runs[0][rule][part]}
            for part in runs[0][rule]
        }
        for rule in runs[0]
    }
