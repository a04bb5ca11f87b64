import { show } from "./show.js";

/** @throws RangeError when a named option has none of its values */
export function checkOneOf(option: string, value: string, values: readonly string[]): void {
  if (values.includes(value)) return;
  throw new RangeError(`${option} is ${show(value)}; expected one of ${values.join(", ")}`);
}
