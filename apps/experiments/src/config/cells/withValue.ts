import { asUnit, type ExperimentValues, isMapping } from "./ExperimentValues.js";

/**
 * The same values with another one at a dotted path, made where it is missing. A bare name on the way stands for
 * `{ use: name }`; a mapping that names no unit is laid over what stands at the path.
 */
export function withValue(
  values: ExperimentValues,
  path: string,
  value: unknown,
): ExperimentValues {
  return set(values, path.split("."), value) as ExperimentValues; // a mapping stays one
}

function set(at: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) {
    return isMapping(value) && !("use" in value) ? { ...asUnit(at), ...value } : value;
  }
  if (Array.isArray(at)) {
    return at.map((entry, i) => (String(i) === key ? set(entry, rest, value) : entry));
  }
  const unit = asUnit(at);
  return { ...unit, [key]: set(unit?.[key], rest, value) };
}
