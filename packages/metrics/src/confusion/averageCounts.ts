import type { Averaging } from "./Average.js";
import type { CountScore } from "./CountScore.js";
import type { LabelTally } from "./LabelTally.js";
import type { ZeroDivision } from "./ZeroDivision.js";

/** An averaging that is made from the counts of the classes. */
export type ClassAveraging = Exclude<Averaging, "samples">;

/** A score of the classes' counts, averaged; with `none` one score per class. */
export function averageCounts(
  { tp, actual, predicted }: LabelTally,
  score: CountScore,
  average: ClassAveraging,
  zeroDivision: ZeroDivision,
): number | number[] {
  const defined = (value: number) => (Number.isNaN(value) ? zeroDivision : value);
  const pooled = () => defined(score(sum(tp), sum(actual), sum(predicted)));
  if (average === "micro") return pooled();
  // Every array has one entry per class.
  const scores = Array.from(tp, (hits, j) => defined(score(hits, actual[j]!, predicted[j]!)));
  if (average === "none") return scores;
  if (average === "macro") return sum(scores) / scores.length;
  const support = sum(actual);
  // With no true label there are no weights; what scikit-learn gives for P, R and F then is the pooled score.
  if (support === 0) return pooled();
  return sum(scores.map((value, j) => value * actual[j]!)) / support;
}

/** The sum of counts or scores. */
export function sum(values: Float64Array | readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
