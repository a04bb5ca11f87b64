import type { ExampleMeanJson } from "./ExampleMean.js";

/** What `JSON.stringify` writes of `ConfusionCounts`, for `ConfusionCounts.fromJson`. */
export interface ConfusionCountsJson {
  readonly classes: number;
  readonly examples: number;
  /** Examples whose labels are all right. */
  readonly exactMatches: number;
  /** Examples with as many predicted labels as true ones. */
  readonly rightCounts: number;
  /** The sum over examples of |predicted labels − true labels|. */
  readonly countError: number;
  /** True positives of each class. */
  readonly tp: readonly number[];
  /** True labels of each class. */
  readonly actual: readonly number[];
  /** Predicted labels of each class. */
  readonly predicted: readonly number[];
  readonly precision: ExampleMeanJson;
  readonly recall: ExampleMeanJson;
  readonly jaccard: ExampleMeanJson;
  /** The examples' Fβ, first of β = 1; JSON has no number for β = ∞. */
  readonly fbeta: readonly (ExampleMeanJson & { readonly beta: number | "Infinity" })[];
}
