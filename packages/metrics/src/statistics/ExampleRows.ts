import type { Matrix } from "../Matrix.js";

/** One row per example: a matrix or an array of anything, as a metric takes it. */
export type ExampleRows = Matrix | readonly unknown[];
