/** The names of the baselines. */
export const baselineNames = ["all-positive", "prevalence", "random"] as const;
