import type { LabelMatrix } from "../Matrix.js";

/** Labels or decisions [examples × classes]: a matrix, or one array of 0/1 or false/true per example. */
export type LabelInput = LabelMatrix | readonly (readonly (number | boolean)[])[];
