import type { Experiment } from "./Experiment.js";
import type { GridValues } from "./GridPoint.js";
import type { Overrides } from "./Overrides.js";

/** An experiment file with everything that it multiplies told apart. */
export interface Study {
  readonly name: string;
  readonly description: string;
  /** At least one; each is trained on data or features of its own, and has a table of its own. */
  readonly cells: readonly StudyCell[];
  /** The text that it was read from, to be read again by another process. */
  readonly source: StudySource;
  /** What the file says, with the command line's changes. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** An experiment file's text, and what the command line says over it, as plain data. */
export interface StudySource {
  readonly text: string;
  readonly filename: string;
  readonly overrides: Overrides;
}

/** One combination of what multiplies the data or the features of an experiment. */
export interface StudyCell {
  /** Short, distinct among the cells without regard to case, and the name of a folder: letters, digits, spaces and `.,=_-`. */
  readonly name: string;
  /** Path of the file → value, on every axis that multiplies the file; empty where none does. */
  readonly values: GridValues;
  readonly experiment: Experiment;
}
