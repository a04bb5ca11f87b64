import type { ScoreMatrix } from "../Matrix.js";

/**
 * The scores of k methods (columns) on N data sets, splits or seeds (rows): one array per row, or a matrix. An array keeps
 * 64-bit numbers, where a matrix of 32-bit floats may make scores equal that are not.
 */
export type ResultTable = ScoreMatrix | readonly ArrayLike<number>[];
