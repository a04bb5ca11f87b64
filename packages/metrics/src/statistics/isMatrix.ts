import type { Matrix } from "../Matrix.js";
import type { ExampleRows } from "./ExampleRows.js";

/** Tells a matrix from an array of rows. */
export function isMatrix(rows: ExampleRows): rows is Matrix {
  return !Array.isArray(rows);
}
