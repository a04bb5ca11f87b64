import type { GridValues } from "./GridPoint.js";
import { shortPath } from "./shortPath.js";

/**
 * The name of a variant: the loss's, and each value given by the last key of its path; by the whole path where another
 * axis has the same last key.
 */
export function variantName(base: string, given: GridValues, axes: readonly string[]): string {
  const values = Object.entries(given).map(
    ([path, value]) => `${shortPath(path, axes)}=${show(value)}`,
  );
  return [base, ...values].join(" ");
}

function show(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
