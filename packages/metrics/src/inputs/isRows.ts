import { show } from "../checks/show.js";
import type { Matrix } from "../Matrix.js";

type Rows<Entry> = readonly (readonly Entry[])[];

/**
 * Tells an array of arrays, which has at least one row, as many entries in every row and at least one in each, from a
 * matrix.
 * @throws TypeError when the value is neither, RangeError when an array of arrays has another form
 */
export function isRows<Data extends Matrix, Entry>(
  argument: string,
  value: Data | Rows<Entry>,
): value is Rows<Entry> {
  if (!isArray(value)) {
    if (typeof value === "object" && value !== null && "data" in value) return false;
    throw new TypeError(
      `${argument} is ${show(value)}; expected { rows, cols, data } or an array of arrays`,
    );
  }
  const [first] = value;
  if (first === undefined) {
    throw new RangeError(
      `${argument} has no row, which leaves its number of classes open; expected at least one, or { rows: 0, cols, data }`,
    );
  }
  value.forEach((row, i) => {
    if (!isArrayLike(row)) {
      throw new TypeError(`${argument}[${i}] is ${show(row)}; expected an array, one per example`);
    }
    if (row.length !== first.length) {
      throw new RangeError(
        `${argument}[${i}] has ${row.length} entries but ${argument}[0] has ${first.length}; expected one per class`,
      );
    }
  });
  if (first.length === 0) throw new RangeError(`${argument}[0] is empty; expected one per class`);
  return true;
}

function isArray<Data, Entry>(value: Data | Rows<Entry>): value is Rows<Entry> {
  return Array.isArray(value);
}

function isArrayLike(row: unknown): boolean {
  return Array.isArray(row) || ArrayBuffer.isView(row);
}
