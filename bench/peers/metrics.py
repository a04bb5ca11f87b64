"""Times scikit-learn's multilabel scores on the files that `pnpm bench metrics` writes.

python3 bench/peers/metrics.py FOLDER TASK RUNS    (TASK: f1, f1-csr, f1-memory, roc-auc, average-precision)

Prints as JSON the milliseconds of every run after one to warm up and the figures; for f1-memory the bytes at the peak,
too. The files have 100 columns.
"""

import json
import os
import sys
import time
import tracemalloc

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.metrics import average_precision_score, f1_score, roc_auc_score

COLS = 100
folder, task, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])


def read(name, dtype):
    return np.fromfile(os.path.join(folder, name), dtype).reshape(-1, COLS)


def four_f1(truth, predicted):
    averages = ("macro", "micro", "weighted", "samples")
    return [f1_score(truth, predicted, average=a, zero_division=0) for a in averages]


truth = read("truth.uint8", np.uint8)
if task.startswith("f1"):
    score, second = four_f1, read("predicted.uint8", np.uint8)
    if task == "f1-csr":
        truth, second = csr_matrix(truth), csr_matrix(second)
else:
    second = read("scores.float32", np.float32)
    truth = truth[: len(second)]
    of_scores = roc_auc_score if task == "roc-auc" else average_precision_score

    def score(truth, scores):
        return [of_scores(truth, scores, average="macro")]


figures = score(truth, second)
result = {"milliseconds": [], "figures": list(map(float, figures))}
if task == "f1-memory":
    tracemalloc.start()
for _ in range(runs):
    start = time.perf_counter()
    score(truth, second)
    result["milliseconds"].append(1000 * (time.perf_counter() - start))
if task == "f1-memory":
    result["bytes"] = tracemalloc.get_traced_memory()[1]
print(json.dumps(result))
