import { addRow } from "../features/addRow.js";
import { addSquaredRow } from "../features/addSquaredRow.js";
import type { CompressedRows } from "../features/CompressedRows.js";
import type { ConvexObjective } from "../linear/ConvexObjective.js";
import { linearValues } from "./linearValues.js";
import { softmax } from "./softmax.js";

/**
 * ½ Σₖ‖wₖ‖² − C Σᵢ log softmax(w · xᵢ + b)ₜ, t being the target of row i, as a function of every wₖ and, at its end, bₖ, one
 * after another.
 * @param targets 0 … classes − 1, one per row
 */
export function countObjective(
  rows: CompressedRows,
  targets: Uint32Array,
  classes: number,
  C: number,
): ConvexObjective {
  const stride = rows.cols + 1;
  const size = classes * stride;
  let at = new Float64Array(size);
  const probabilities = new Float64Array(rows.rows * classes);
  // Rows, classes and columns are in range throughout.
  const penalised = (vector: Float64Array) => {
    const own = vector.slice();
    for (let k = 0; k < classes; k++) own[k * stride + rows.cols] = 0;
    return own;
  };
  const add = (row: number, k: number, factor: number, into: Float64Array) => {
    addRow(rows, row, factor, into, k * stride);
    into[k * stride + rows.cols]! += factor;
  };
  return {
    size,
    evaluate(point) {
      at = point.slice();
      let losses = 0;
      for (let row = 0; row < rows.rows; row++) {
        const own = probabilities.subarray(row * classes, (row + 1) * classes);
        linearValues(rows, row, point, own);
        const target = own[targets[row]!]!;
        losses += softmax(own) - target;
      }
      let penalty = 0;
      for (const value of penalised(point)) penalty += value * value;
      return penalty / 2 + C * losses;
    },
    gradient() {
      const into = penalised(at);
      for (let row = 0; row < rows.rows; row++) {
        for (let k = 0; k < classes; k++) {
          const wanted = k === targets[row] ? 1 : 0;
          add(row, k, C * (probabilities[row * classes + k]! - wanted), into);
        }
      }
      return into;
    },
    curvature(direction) {
      const into = penalised(direction);
      const values = new Float64Array(classes);
      for (let row = 0; row < rows.rows; row++) {
        linearValues(rows, row, direction, values);
        const own = probabilities.subarray(row * classes, (row + 1) * classes);
        const mean = own.reduce((sum, p, k) => sum + p * values[k]!, 0);
        for (let k = 0; k < classes; k++) add(row, k, C * own[k]! * (values[k]! - mean), into);
      }
      return into;
    },
    diagonal() {
      const into = penalised(new Float64Array(size).fill(1));
      for (let row = 0; row < rows.rows; row++) {
        for (let k = 0; k < classes; k++) {
          const p = probabilities[row * classes + k]!;
          addSquaredRow(rows, row, C * p * (1 - p), into, k * stride);
          into[k * stride + rows.cols]! += C * p * (1 - p);
        }
      }
      return into;
    },
  };
}
