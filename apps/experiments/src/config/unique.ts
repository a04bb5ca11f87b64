import type { ExperimentSource } from "./ExperimentSource.js";

/** @throws ConfigurationError naming the entry below `key` that stands twice */
export function unique<Value>(
  source: ExperimentSource,
  values: readonly Value[],
  key: string,
): readonly Value[] {
  const twice = values.findIndex((value, i) => values.indexOf(value) < i);
  if (twice < 0) return values;
  const hint = key === "losses" ? "; give one of the two a name" : "";
  throw source.error([key, twice], `"${values[twice]}" stands twice${hint}`);
}
