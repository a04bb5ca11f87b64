/**
 * How a score over all classes is made from counts, with scikit-learn's names:
 * - `micro`: one score from the counts pooled over every entry;
 * - `macro`: the mean of the classes' scores;
 * - `weighted`: the mean of the classes' scores weighted by their number of true labels (micro when there is none);
 * - `samples`: the mean of the examples' scores.
 */
export type Average = (typeof averages)[number];

/** Every average. */
export const averages = ["micro", "macro", "weighted", "samples"] as const;
