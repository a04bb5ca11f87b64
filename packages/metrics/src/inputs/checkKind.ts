import type { Matrix } from "../Matrix.js";

/** @throws TypeError when a matrix holds its entries in another kind of array */
export function checkKind({ data }: Matrix, argument: string, kind: string): void {
  // By its tag: an array of another realm (an iframe, a test runner's sandbox) is no instance of this realm's class.
  const found = data?.[Symbol.toStringTag] ?? (Array.isArray(data) ? "Array" : typeof data);
  if (found !== kind) throw new TypeError(`${argument}.data is ${found}; expected ${kind}`);
}
