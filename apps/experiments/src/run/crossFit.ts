import type { DecisionRule, LabelMatrix } from "@sigf1/metrics";
import type { ScoredPart } from "./ScoredPart.js";
import { takeRows } from "./takeRows.js";

const FOLDS = 5;

/**
 * Decides each example by the rule fitted on the other folds; example i is in fold i mod 5.
 * @throws RangeError with fewer than two examples
 */
export function crossFit(rule: DecisionRule, { scores, labels, counts }: ScoredPart): LabelMatrix {
  const { rows, cols } = labels;
  if (rows < 2) throw new RangeError(`cross-fitting takes at least 2 examples, got ${rows}`);
  const indices = Array.from({ length: rows }, (_, row) => row);
  const decided = new Uint8Array(rows * cols);
  const countsAt = (taken: readonly number[]) =>
    counts && Uint32Array.from(taken, (row) => counts[row]!); // one for each row
  for (let fold = 0; fold < Math.min(FOLDS, rows); fold++) {
    const inside = indices.filter((row) => row % FOLDS === fold);
    const outside = indices.filter((row) => row % FOLDS !== fold);
    const decision = rule.fit(
      takeRows(scores, outside),
      takeRows(labels, outside),
      countsAt(outside),
    );
    const { data } = decision.decide(takeRows(scores, inside), countsAt(inside));
    inside.forEach((row, i) => {
      decided.set(data.subarray(i * cols, (i + 1) * cols), row * cols);
    });
  }
  return { rows, cols, data: decided };
}
