import type { ExperimentSource } from "../ExperimentSource.js";
import type { ExperimentValues } from "./ExperimentValues.js";

/** The file of one cell before a schema has seen it. */
export interface CellFile {
  /** Paths of what it does not share with all other cells, in the order in which they were set. */
  readonly paths: readonly string[];
  /** Names where the cell's values are written. */
  readonly source: ExperimentSource;
  readonly file: ExperimentValues;
}
