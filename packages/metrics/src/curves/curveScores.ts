import type { Averaging } from "../confusion/Average.js";
import type { LabelsAndScores } from "./labelsAndScores.js";
import type { SetScores } from "./SetScores.js";
import { SortedSplit } from "./SortedSplit.js";

/** Scores every class, every example (`samples`) or all entries at once (`micro`). */
export function curveScores(
  pair: LabelsAndScores,
  average: Averaging,
  score: (split: SortedSplit) => number,
): SetScores {
  const { rows, cols } = pair.labels;
  const all = rows * cols;
  if (average === "micro") return scoresOf("all entries", pair, score, 1, all, 1, all);
  if (average === "samples") return scoresOf("example", pair, score, rows, cols, 1, cols);
  return scoresOf("class", pair, score, cols, 1, cols, rows);
}

/** Set u of entries starts at u · step and has `size` entries that lie `stride` apart. */
function scoresOf(
  of: SetScores["of"],
  pair: LabelsAndScores,
  score: (split: SortedSplit) => number,
  sets: number,
  step: number,
  stride: number,
  size: number,
): SetScores {
  const split = new SortedSplit(size);
  const [values, support] = [new Float64Array(sets), new Float64Array(sets)];
  for (let u = 0; u < sets; u++) {
    values[u] = score(split.load(pair, u * step, stride, size));
    support[u] = split.positiveCount;
  }
  return { of, values, support };
}
