import { trivialNames } from "@sigf1/baselines";

/** The "losses" that are predictors without learning: what every loss has to beat. */
export const trivialBaselines: readonly string[] = trivialNames;
