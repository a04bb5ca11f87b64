/** The "losses" that are predictors without learning: what every loss has to beat. */
export const trivialBaselines: readonly string[] = ["all-positive", "prevalence", "random"];
