export * from "./allPositive.js";
export * from "./Baseline.js";
export * from "./baselineByName.js";
export * from "./baselineNames.js";
export * from "./prevalence.js";
export * from "./random.js";
