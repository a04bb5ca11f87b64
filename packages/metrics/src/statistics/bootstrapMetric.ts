import { checkFunction } from "../checks/checkFunction.js";
import { checkMatrix } from "../checks/checkMatrix.js";
import type { Matrix } from "../Matrix.js";
import {
  type BootstrapInterval,
  type BootstrapOptions,
  bootstrapInterval,
} from "./bootstrapInterval.js";
import type { ExampleRows } from "./ExampleRows.js";
import { isMatrix } from "./isMatrix.js";

/**
 * The bootstrap confidence interval of any metric of (yTrue, yPred) or (yTrue, yScore); see `bootstrapInterval`. Each
 * resample hands the metric the drawn rows in the form they came in.
 *
 * The metric is computed anew for every resample; for figures of sums over examples, F1 among them,
 * `bootstrapSums` is many times faster.
 * @param yTrue true labels [examples × classes], a matrix or one array per example
 * @param yPred predicted labels or scores of the same examples
 * @param metric finite for every resample. A resample may lack a class: its F1 is then 0/0 and counts as the metric's
 * `zeroDivision`, and `rocAucScore` throws unless `whenUndefined` is `skip`; `strata: labelStrata(yTrue)` makes it rarer
 * @throws RangeError when the numbers of examples differ or are 0, the metric is not finite for a resample, or an
 * option is out of range
 */
export function bootstrapMetric<Truth extends ExampleRows, Predicted extends ExampleRows>(
  yTrue: Truth,
  yPred: Predicted,
  metric: (yTrue: Truth, yPred: Predicted) => number,
  options: BootstrapOptions = {},
): BootstrapInterval {
  checkFunction("metric", metric, "(yTrue, yPred)");
  const [truth, predicted] = [selector(yTrue, "yTrue"), selector(yPred, "yPred")];
  if (truth.rows !== predicted.rows) {
    throw new RangeError(
      `yTrue has ${truth.rows} examples but yPred has ${predicted.rows}; expected as many`,
    );
  }
  return bootstrapInterval(
    truth.rows,
    (examples) => metric(truth.select(examples), predicted.select(examples)),
    options,
  );
}

interface Selector<Rows> {
  readonly rows: number;
  /** The rows of the examples; a matrix shares its memory with that of the call before. */
  select(examples: Uint32Array): Rows;
}

function selector<Rows extends ExampleRows>(all: Rows, name: string): Selector<Rows> {
  // Each branch gives back the form it was given.
  if (isMatrix(all)) return matrixSelector(all, name) as Selector<Matrix> as Selector<Rows>;
  const rows: readonly unknown[] = all;
  const select = (examples: Uint32Array): readonly unknown[] =>
    Array.from(examples, (i) => rows[i]);
  return { rows: rows.length, select: select as (examples: Uint32Array) => Rows };
}

function matrixSelector(matrix: Matrix, name: string): Selector<Matrix> {
  checkMatrix(matrix, name);
  const { rows, cols, data } = matrix;
  const selected = data.slice();
  return {
    rows,
    select(examples) {
      let k = 0;
      for (const example of examples) {
        const from = example * cols;
        // A row is within the data; lists are no longer than the matrix.
        for (let j = 0; j < cols; j++) selected[k++] = data[from + j]!;
      }
      return { rows: examples.length, cols, data: selected.subarray(0, k) };
    },
  };
}
