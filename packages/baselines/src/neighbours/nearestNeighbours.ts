import type { CompressedRows } from "../features/CompressedRows.js";
import { transpose } from "../features/transpose.js";
import type { Turns } from "../turns/Turns.js";
import type { Neighbours } from "./Neighbours.js";

/**
 * The k nearest rows of each query by Euclidean distance, of equally distant ones those that come first. Exact: every
 * distance is computed, as ‖a‖² + ‖b‖² − 2 a · b.
 * @param k at most the number of rows, less one with `leaveOneOut`
 * @param leaveOneOut whether query i is row i, which is not its own neighbour; default false
 */
export async function nearestNeighbours(
  rows: CompressedRows,
  queries: CompressedRows,
  k: number,
  turns: Turns,
  { leaveOneOut = false } = {},
): Promise<Neighbours> {
  const byColumn = transpose(rows);
  const norms = squaredNorms(rows);
  const queryNorms = squaredNorms(queries);
  const indices = new Uint32Array(queries.rows * k);
  const squares = new Float64Array(queries.rows * k).fill(Number.POSITIVE_INFINITY);
  const products = new Float64Array(rows.rows);
  // Rows, columns and positions are in range throughout.
  for (let query = 0; query < queries.rows; query++) {
    if (turns.over) await turns.next();
    products.fill(0);
    for (let at = queries.starts[query]!; at < queries.starts[query + 1]!; at++) {
      const col = queries.columns[at]!;
      const value = queries.values[at]!;
      for (let e = byColumn.starts[col]!; e < byColumn.starts[col + 1]!; e++) {
        products[byColumn.columns[e]!]! += value * byColumn.values[e]!;
      }
    }
    const [first, last] = [query * k, query * k + k - 1];
    for (let row = 0; row < rows.rows; row++) {
      const square = Math.max(0, queryNorms[query]! + norms[row]! - 2 * products[row]!);
      if (square >= squares[last]! || (leaveOneOut && row === query)) continue;
      let place = last;
      for (; place > first && squares[place - 1]! > square; place--) {
        squares[place] = squares[place - 1]!;
        indices[place] = indices[place - 1]!;
      }
      squares[place] = square;
      indices[place] = row;
    }
  }
  return { indices, squares };
}

function squaredNorms({ rows, starts, values }: CompressedRows): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) =>
    values.subarray(starts[row], starts[row + 1]).reduce((sum, value) => sum + value * value, 0),
  );
}
