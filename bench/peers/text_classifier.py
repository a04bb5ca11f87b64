"""scikit-learn's LinearSVC, one-vs-rest, on tf-idf of word 1- and 2-grams: all of them, and those that χ² selects.

python3 bench/peers/text_classifier.py TERMS FILE …    (TERMS: how many to select; FILE: a split of one seed each)

The files are written by bench/dist/writeSplit.js. Prints as JSON, for each C and for both features, the means over the
files under thresholds tuned on validation parts, and the C with the best validation exampleF1 under `tuned-global`.
"""

import json
import sys

import numpy as np
from held_out import evaluate, mean_figures, read_split
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.feature_selection import SelectKBest, chi2
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import Normalizer
from sklearn.svm import LinearSVC

PENALTIES = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8]


def largest_chi2(features, labels):
    return np.nan_to_num([chi2(features, column)[0] for column in labels.T]).max(axis=0)


def tfidf():
    return TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)


encoders = {
    "all terms": lambda: make_pipeline(tfidf()),
    "selected terms": lambda: make_pipeline(tfidf(), SelectKBest(largest_chi2, k=int(sys.argv[1])), Normalizer()),
}
runs = {name: {c: [] for c in PENALTIES} for name in encoders}
for path in sys.argv[2:]:
    parts = read_split(path)
    for name, encoder in encoders.items():
        encoder = encoder().fit(*parts["train"])
        features = {part: encoder.transform(texts) for part, (texts, _) in parts.items()}
        for c in PENALTIES:
            svm = OneVsRestClassifier(LinearSVC(C=c)).fit(features["train"], parts["train"][1])
            scored = {part: (svm.decision_function(features[part]), parts[part][1]) for part in ("validation", "test")}
            runs[name][c].append(evaluate(**scored))
result = {}
for name, by_penalty in runs.items():
    figures = {c: mean_figures(seeds) for c, seeds in by_penalty.items()}
    best = max(figures, key=lambda c: figures[c]["tuned-global"]["validation"]["exampleF1"])
    result[name] = {"C": best, "chosen": figures[best], "all": figures}
print(json.dumps(result, indent=1))
