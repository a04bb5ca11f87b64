import { holm } from "@sigf1/metrics";

/** Adjusted p-values below this support a claim. */
const SIGNIFICANCE = 0.05;

/** Whether every one of these tests has p < .05 after Holm's correction over all of them. */
export function allSupported(pValues: readonly number[]): boolean {
  return holm(pValues).every((p) => p < SIGNIFICANCE);
}
