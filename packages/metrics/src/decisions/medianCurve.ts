import type { ScoreInput } from "../inputs/ScoreInput.js";
import { scoreMatrix } from "../inputs/scoreMatrix.js";

/**
 * The ordered median score curve: entry r is the median over examples of the score at rank r of an example, 0 being the
 * rank of its highest score. It never rises. O(NC log NC).
 * @param scores any finite numbers [examples × classes], at least one example
 * @throws RangeError when there is no example, rows differ in length or a score is not finite
 */
export function medianCurve(scores: ScoreInput): Float64Array {
  const { rows, cols, data } = scoreMatrix("scores", scores, { anyReal: true });
  if (rows === 0) throw new RangeError("no example; a curve of medians takes at least one");
  const ranked = new Float32Array(data.length);
  // Row i of the scores fills column i of `ranked`, [ranks × examples]; all indices are within rows · cols.
  for (let row = 0; row < rows; row++) {
    const rising = data.slice(row * cols, (row + 1) * cols).sort();
    for (let rank = 0; rank < cols; rank++) ranked[rank * rows + row] = rising[cols - 1 - rank]!;
  }
  return Float64Array.from({ length: cols }, (_, rank) =>
    median(ranked.subarray(rank * rows, (rank + 1) * rows).sort()),
  );
}

/** Of values in rising order, at least one. */
function median(rising: Float32Array): number {
  const { length } = rising;
  const upper = rising[length >> 1]!;
  return length % 2 === 1 ? upper : (rising[(length >> 1) - 1]! + upper) / 2;
}
