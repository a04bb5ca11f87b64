import type { Rows } from "./Rows.js";

/** Columns as rows. */
export const transposed = (rows: Rows): number[][] =>
  (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? Number.NaN));
