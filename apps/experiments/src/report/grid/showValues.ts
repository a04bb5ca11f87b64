import { shortPath } from "../../config/shortPath.js";

/** `beta = 5, batchSize = 256`; what the file leaves to the loss is its default. */
export function showValues(
  values: Readonly<Record<string, unknown>>,
  axes: readonly string[],
): string {
  return Object.entries(values)
    .map(([path, value]) => `${shortPath(path, axes)} = ${showValue(value)}`)
    .join(", ");
}

/** A value of a grid in a few characters. */
export function showValue(value: unknown): string {
  if (value === null) return "default";
  return typeof value === "string" ? value : JSON.stringify(value);
}
