/**
 * How a score over all classes is made from counts, with scikit-learn's names:
 * - `micro`: one score from the counts pooled over every entry;
 * - `macro`: the mean of the classes' scores;
 * - `weighted`: the mean of the classes' scores weighted by their number of true labels;
 * - `samples`: the mean of the examples' scores.
 */
export type Average = (typeof averages)[number];

/** Every average. */
export const averages = ["micro", "macro", "weighted", "samples"] as const;

/** An average, or `none` for one score per class, where scikit-learn has `average=None`. */
export type Averaging = Average | "none";

/** What a score is under an averaging: a number, or with `none` one number per class. */
export type Averaged<A extends Averaging> = A extends "none" ? number[] : number;
