import type { Matrix } from "@sigf1/metrics";
import type { CompressedRows } from "./CompressedRows.js";
import { compressRows } from "./compressRows.js";

/** Share of entries that are not 0 from which on leaving out the others costs more than it saves. */
const DENSE = 0.4;

/** The rows of features as passes over them are fastest: without their zeros, or whole where few are 0. */
export function storeRows(features: Matrix<Float32Array>): CompressedRows {
  const compressed = compressRows(features);
  const { rows, cols, data } = features;
  if (compressed.values.length < DENSE * data.length) return compressed;
  const starts = Uint32Array.from({ length: rows + 1 }, (_, row) => row * cols);
  const columns = Uint32Array.from({ length: data.length }, (_, k) => k % cols);
  return { rows, cols, starts, columns, values: data };
}
