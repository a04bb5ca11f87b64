const FIXED = "threshold-0.5";
const TUNED = "tuned-global";

const f1 = ["weightedF1", "microF1", "macroF1"].map((metric) => ({
  title: `${metric.slice(0, -2)} F1`,
  value: (row, i) => row[metric][i],
}));

const labelCount = [
  {
    title: "how much nearer to the example's true number, mean over examples",
    value: (row, i) => -row.countError[i],
  },
];

/** `loss` against each of the rivals, all by the fixed threshold. */
const over = (loss, rivals) =>
  rivals.map((rival) => ({ of: { loss, rule: FIXED }, than: { loss: rival, rule: FIXED } }));

/**
 * What the paper claims. A claim holds on a dataset where every comparison in every column does: `of` is above `than`, or
 * with a `margin`, above `than` − `margin`. Columns are values of a run (its row of `keptFigures`, its index),
 * the higher the better.
 */
export const claims = [
  {
    title: "sigmoidF1 is better than cross-entropy and focal loss at a fixed threshold",
    comparisons: over("sigmoid-f1", ["binary-cross-entropy", "focal"]),
    columns: f1,
  },
  {
    title: "sigmoidF1 is better than macroSoftF1",
    comparisons: over("sigmoid-f1", ["soft-f1"]),
    columns: f1,
  },
  {
    title: "Adaptive sigmoidF1 is better than sigmoidF1",
    comparisons: over("adaptive-sigmoid-f1", ["sigmoid-f1"]),
    columns: f1,
  },
  {
    title: "Bayesian sigmoidF1 is better than sigmoidF1",
    comparisons: over("bayesian-sigmoid-f1", ["sigmoid-f1"]),
    columns: f1,
  },
  {
    title: "sigmoidF1 needs no tuned threshold",
    comparisons: ["sigmoid-f1", "binary-cross-entropy"].map((loss) => ({
      of: { loss: "sigmoid-f1", rule: FIXED },
      than: { loss, rule: TUNED },
    })),
    columns: f1,
    margin: 0.01,
  },
  {
    title:
      "sigmoidF1 predicts a number of labels nearer to the true one than cross-entropy and focal loss",
    comparisons: over("sigmoid-f1", ["binary-cross-entropy", "focal"]),
    columns: labelCount,
  },
];
