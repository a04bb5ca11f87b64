import type { ScoreMatrix } from "../Matrix.js";

/** Scores [examples × classes]: a matrix, or one array of numbers per example (rounded to 32-bit floats). */
export type ScoreInput = ScoreMatrix | readonly (readonly number[])[];
