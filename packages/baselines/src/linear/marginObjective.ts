import { addRow } from "../features/addRow.js";
import { addSquaredRow } from "../features/addSquaredRow.js";
import type { CompressedRows } from "../features/CompressedRows.js";
import { rowProduct } from "../features/rowProduct.js";
import type { ConvexObjective } from "./ConvexObjective.js";
import type { MarginLoss } from "./MarginLoss.js";

/** What a binary linear classifier minimises. */
export interface MarginProblem {
  readonly loss: MarginLoss;
  /** Weight of the losses' sum against the penalty. */
  readonly C: number;
  /** Whether the penalty counts the intercept. */
  readonly penalisesIntercept: boolean;
  /** Share of the gradient's norm at 0 that may be left. */
  readonly tolerance: number;
}

/**
 * ½‖w‖² + C Σᵢ loss(yᵢ (w · xᵢ + b)) as a function of w and b, b being the last entry; with `penalisesIntercept` also
 * ½b².
 * @param targets yᵢ, −1 or 1, one per row
 */
export function marginObjective(
  rows: CompressedRows,
  targets: Int8Array,
  { loss, C, penalisesIntercept }: Omit<MarginProblem, "tolerance">,
): ConvexObjective {
  const { cols } = rows;
  const size = cols + 1;
  let at = new Float64Array(size);
  const margins = new Float64Array(rows.rows);
  // Rows and columns are in range throughout.
  const penalised = (vector: Float64Array) => {
    const own = vector.slice();
    if (!penalisesIntercept) own[cols] = 0;
    return own;
  };
  return {
    size,
    evaluate(point) {
      at = point.slice();
      const intercept = point[cols]!;
      let losses = 0;
      for (let row = 0; row < margins.length; row++) {
        const margin = targets[row]! * (rowProduct(rows, row, point) + intercept);
        margins[row] = margin;
        losses += loss.value(margin);
      }
      let penalty = 0;
      for (const value of penalised(point)) penalty += value * value;
      return penalty / 2 + C * losses;
    },
    gradient() {
      const into = penalised(at);
      for (let row = 0; row < margins.length; row++) {
        const factor = C * targets[row]! * loss.slope(margins[row]!);
        if (factor === 0) continue;
        addRow(rows, row, factor, into);
        into[cols]! += factor;
      }
      return into;
    },
    curvature(direction) {
      const into = penalised(direction);
      for (let row = 0; row < margins.length; row++) {
        const curvature = C * loss.curvature(margins[row]!);
        if (curvature === 0) continue;
        const factor = curvature * (rowProduct(rows, row, direction) + direction[cols]!);
        addRow(rows, row, factor, into);
        into[cols]! += factor;
      }
      return into;
    },
    diagonal() {
      const into = penalised(new Float64Array(size).fill(1));
      for (let row = 0; row < margins.length; row++) {
        const curvature = C * loss.curvature(margins[row]!);
        if (curvature === 0) continue;
        addSquaredRow(rows, row, curvature, into);
        into[cols]! += curvature;
      }
      return into;
    },
  };
}
