import type { OptionCheck } from "../options/OptionCheck.js";

/** Takes a non-empty array with the number of positives of each class. */
export const countsCheck: OptionCheck = {
  expected: "an array with one number of at least 0 per class",
  hasType: (value) => Array.isArray(value) && value.every((n) => typeof n === "number"),
  inRange: (counts: readonly number[]) =>
    counts.length > 0 && counts.every((n) => Number.isFinite(n) && n >= 0),
};
