import type { LabelsAndScores } from "../curves/labelsAndScores.js";

/** How many labels of an example score at least as high as its lowest true one; 0 without a true label. */
export function coverage({ labels, scores }: LabelsAndScores, row: number): number {
  const [truth, score] = [labels.data, scores.data];
  const [start, end] = [row * labels.cols, (row + 1) * labels.cols];
  let lowest = Number.POSITIVE_INFINITY;
  // k is an entry of both.
  for (let k = start; k < end; k++) {
    if (truth[k] === 1 && score[k]! < lowest) lowest = score[k]!;
  }
  let count = 0;
  for (let k = start; k < end; k++) count += Number(score[k]! >= lowest);
  return count;
}
