import { column } from "./column.js";
import type { DecisionRule } from "./DecisionRule.js";
import { midway } from "./midway.js";
import { ThresholdDecision } from "./ThresholdDecision.js";
import { validationData } from "./validationData.js";

/** The first 32-bit float above 1, which no score reaches. */
export const ABOVE_ONE = 1 + 2 ** -23;

/**
 * The rule `prevalence-matching`: for each class the threshold at which as many validation examples are predicted as
 * are positive, whichever they are: the proportional cut (PCut) of Yang 2001, with the threshold carried over from the
 * validation data instead of drawn anew among the examples to decide. O(N log N) per class.
 *
 * Equal scores cannot be parted: of the numbers that a threshold can reach, it takes the nearest to the number of
 * positives, of two equally near the smaller. The threshold lies midway between the scores that it parts, the lowest
 * score being parted from 0 and the highest from 1; where the highest is 1, the threshold is 1 + 2⁻²³, which no score reaches.
 */
export function prevalenceMatching(): DecisionRule {
  const name = "prevalence-matching";
  return {
    name,
    fit(validationScores, validationLabels) {
      const { scores, labels } = validationData(validationScores, validationLabels);
      const thresholds = Array.from({ length: scores.cols }, (_, j) => {
        const positives = column(labels, j).data.reduce((sum, label) => sum + label, 0);
        return thresholdPassedBy(positives, column(scores, j).data);
      });
      return new ThresholdDecision(name, thresholds);
    },
  };
}

function thresholdPassedBy(count: number, scores: Float32Array): number {
  const { length } = scores;
  const rising = scores.slice().sort();
  // The score that `passing` examples pass and the next does not: indices are below length where they are read.
  const lowestPassing = (passing: number) => (passing === 0 ? 1 : rising[length - passing]!);
  const highestFailing = (passing: number) =>
    passing === length ? 0 : rising[length - passing - 1]!;
  const parts = (passing: number) =>
    passing === 0 || passing === length || highestFailing(passing) < lowestPassing(passing);
  let [fewer, more] = [count, count];
  while (!parts(fewer)) fewer--;
  while (!parts(more)) more++;
  const passing = more - count < count - fewer ? more : fewer;
  const lower = highestFailing(passing);
  return passing === 0 && lower === 1 ? ABOVE_ONE : midway(lower, lowestPassing(passing));
}
