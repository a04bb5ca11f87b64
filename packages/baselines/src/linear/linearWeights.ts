import type { LabelMatrix } from "@sigf1/metrics";
import type { CompressedRows } from "../features/CompressedRows.js";
import type { Turns } from "../turns/Turns.js";
import { type MarginProblem, marginObjective } from "./marginObjective.js";
import { minimise } from "./minimise.js";

/**
 * For each class its weights, one per feature, and as the last entry its intercept: of the classifier that holds the
 * class's examples against all others. A class that no example has, or every one, has weights 0 and the intercept ∓∞.
 */
export async function linearWeights(
  rows: CompressedRows,
  { cols, data }: LabelMatrix,
  problem: MarginProblem,
  turns: Turns,
): Promise<readonly Float64Array[]> {
  const weights: Float64Array[] = [];
  for (let col = 0; col < cols; col++) {
    const targets = Int8Array.from({ length: rows.rows }, (_, row) =>
      data[row * cols + col] ? 1 : -1,
    );
    const [first = 0] = targets;
    if (targets.some((target) => target !== first)) {
      const objective = marginObjective(rows, targets, problem);
      weights.push(await minimise(objective, problem.tolerance, turns));
    } else {
      const constant = new Float64Array(rows.cols + 1);
      constant[rows.cols] = first * Number.POSITIVE_INFINITY;
      weights.push(constant);
    }
  }
  return weights;
}
