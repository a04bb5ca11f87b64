/**
 * The F1 that a rule maximises on validation data: scikit-learn's `micro`, `macro` or `samples` average, or
 * `example`, the 2PR/(P + R) of the mean example precision and recall.
 */
export type TuningMetric = (typeof tuningMetrics)[number];

/** Every tuning metric. */
export const tuningMetrics = ["micro", "macro", "samples", "example"] as const;
