import { type LabelsAndScores, someLabelsAndScores } from "../curves/labelsAndScores.js";
import { SortedSplit } from "../curves/SortedSplit.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";

/** The score of one example, whose ranking is in the split. */
export type ExampleScore = (split: SortedSplit, row: number, pair: LabelsAndScores) => number;

/** The mean of a score of each example's ranking; `prepare` makes the score once the number of classes is known. */
export function meanOverExamples(
  yTrue: LabelInput,
  yScore: ScoreInput,
  prepare: (classes: number) => ExampleScore,
): number {
  const pair = someLabelsAndScores(yTrue, yScore, { anyReal: true });
  const { rows, cols } = pair.labels;
  const score = prepare(cols);
  const split = new SortedSplit(cols);
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    sum += score(split.load(pair, row * cols, 1, cols), row, pair);
  }
  return sum / rows;
}
