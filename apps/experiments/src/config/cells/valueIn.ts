import { asUnit, type ExperimentValues } from "./ExperimentValues.js";

/** The value at a dotted path, a bare name standing for `{ use: name }`; undefined where there is none. */
export function valueIn(values: ExperimentValues, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    const unit = asUnit(value) ?? {};
    return Object.hasOwn(unit, key) ? unit[key] : undefined;
  }, values);
}
