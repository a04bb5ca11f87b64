/** An experiment file, or a mapping in it, as plain values that no schema has seen. */
export type ExperimentValues = Readonly<Record<string, unknown>>;

/** Whether a value is a mapping. */
export function isMapping(value: unknown): value is ExperimentValues {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A mapping as it is, a bare name as `{ use: name }`; undefined of anything else. */
export function asUnit(value: unknown): ExperimentValues | undefined {
  if (typeof value === "string") return { use: value };
  return isMapping(value) ? value : undefined;
}
