import type { NumberKind } from "./NumberKind.js";
import { show } from "./show.js";

/** @throws RangeError when a value is no number of that kind; a string of digits is none */
export function checkNumber(name: string, value: number, { accepts, expected }: NumberKind): void {
  if (typeof value === "number" && accepts(value)) return;
  throw new RangeError(`${name} is ${show(value)}; expected ${expected}`);
}
