import type { FitLabels } from "./FitLabels.js";

/** Some examples of a dataset: entry i of each list, and row i of the labels, belong to example i. */
export interface Part<Input> {
  readonly ids: readonly string[];
  readonly inputs: readonly Input[];
  /** What an encoder may learn from in `fit`; not used when encoding. */
  readonly labels?: FitLabels;
}
