/** The names of the decision rules; {@link decisionByName} takes `threshold-<t>` with any t in [0, 1] besides. */
export const decisionNames = [
  "threshold-0.5",
  "threshold-0.05",
  "tuned-global",
  "tuned-per-class",
  "top-k",
  "gfm",
  "knee",
  "count",
  "prevalence-matching",
] as const;
