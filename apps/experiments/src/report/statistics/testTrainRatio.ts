import type { Results } from "../../results/Results.js";

/**
 * The ratio by which Nadeau and Bengio's test corrects for training sets that overlap between seeds: test / train
 * where each seed draws its own split, 0 (the plain paired t-test) where the split is fixed and seeds differ in
 * training only.
 */
export function testTrainRatio({ split }: Results): number {
  return split.resampled ? split.test / split.train : 0;
}
