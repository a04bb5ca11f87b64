import type { Classifier } from "@sigf1/baselines";

/** One baseline of an experiment. */
export interface BaselinePlan {
  /** What its rows are called. */
  readonly name: string;
  /** Whether it never sees an example's features. */
  readonly trivial: boolean;
  /** What the file says of it, as plain data. */
  readonly options: { readonly use: string; readonly [option: string]: unknown };
  /** What it draws follows the run's seed, unless the file gives one. */
  create(seed: number): Classifier;
}
