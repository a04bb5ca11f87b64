/** The rows of the tables, in their order: name in `results.json` → name in the draft. */
export const rows = new Map([
  ["all-positive", "all-positive (trivial)"],
  ["prevalence", "prevalence (trivial)"],
  ["random", "random (trivial)"],
  ["sigmoid-f1-published", "sigmoidF1 as published"],
  ["binary-cross-entropy", "cross-entropy (CE)"],
  ["focal", "focal (FL)"],
  ["cross-entropy-count", "cross-entropy + count (CE+N)"],
  ["tencent", "Tencent's (CE+T)"],
  ["soft-f1", "macroSoftF1"],
  ["sigmoid-f1", "sigmoidF1"],
  ["adaptive-sigmoid-f1", "adaptive sigmoidF1 (SAdF1)"],
  ["bayesian-sigmoid-f1", "Bayesian sigmoidF1 (SBayesF1)"],
  ["logistic-regression", "logistic regression"],
  ["linear-svm", "linear SVM"],
]);
