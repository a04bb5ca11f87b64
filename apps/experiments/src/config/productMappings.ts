import type { ExperimentSource } from "./ExperimentSource.js";

/** A mapping of paths to values, not parsed yet, and where the file has it. */
export interface PlacedMapping {
  readonly mapping: unknown;
  readonly place: readonly PropertyKey[];
}

/**
 * The mappings of a key that takes one of them or a list.
 * @throws ConfigurationError naming the line where the list is empty
 */
export function productMappings(
  source: ExperimentSource,
  key: "grid" | "matrix",
  value: unknown,
): PlacedMapping[] {
  if (!Array.isArray(value)) return [{ mapping: value, place: [key] }];
  if (value.length === 0) throw source.error([key], "takes at least one mapping");
  return value.map((mapping, i) => ({ mapping, place: [key, i] }));
}
