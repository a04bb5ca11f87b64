import { checkFunction } from "../checks/checkFunction.js";
import { show } from "../checks/show.js";
import {
  type BootstrapInterval,
  type BootstrapOptions,
  bootstrapInterval,
} from "./bootstrapInterval.js";

/** Numbers per example [examples × numbers], row-major, of which sums over examples are taken. */
export interface ExampleSums {
  readonly rows: number;
  readonly cols: number;
  readonly data: ArrayLike<number>;
}

/**
 * The bootstrap confidence interval of a statistic of sums over examples; see `bootstrapInterval`, whose resamples it shares. A
 * mean is the statistic total/n of one column; F1, precision, recall and Jaccard are statistics of the columns of
 * `exampleCounts`. Each resample costs one addition per entry that is not 0.
 * @param sums numbers per example [examples × numbers]
 * @param statistic of the totals, one per column, and the number of examples in the resample; the totals are only valid
 * during the call
 * @throws RangeError when there is no example, `data` does not fill its shape, an entry is not finite, a statistic is not
 * finite, or an option is out of range
 */
export function bootstrapSums(
  sums: ExampleSums,
  statistic: (totals: Float64Array, examples: number) => number,
  options: BootstrapOptions = {},
): BootstrapInterval {
  checkFunction("statistic", statistic, "(totals, examples)");
  const { starts, columns, values } = sparseRows(sums);
  const totals = new Float64Array(sums.cols);
  return bootstrapInterval(
    sums.rows,
    (examples) => {
      totals.fill(0);
      for (const example of examples) {
        // starts has one entry per example and one more; columns and values have an entry for each k.
        const to = starts[example + 1]!;
        for (let k = starts[example]!; k < to; k++) totals[columns[k]!]! += values[k]!;
      }
      return statistic(totals, examples.length);
    },
    options,
  );
}

function sparseRows(sums: ExampleSums) {
  if (typeof sums?.data !== "object") {
    throw new TypeError(`sums is ${show(sums)}; expected { rows, cols, data }`);
  }
  const { rows, cols, data } = sums;
  if (
    !(Number.isInteger(rows) && Number.isInteger(cols) && cols >= 1 && data.length === rows * cols)
  ) {
    throw new RangeError(
      `sums has ${data.length} entries and the shape ${rows} × ${cols}; expected rows · cols entries`,
    );
  }
  let entries = 0;
  for (let k = 0; k < data.length; k++) {
    const value = data[k]!;
    if (!Number.isFinite(value)) {
      throw new RangeError(
        `sums is ${show(value)} at row ${Math.floor(k / cols)}, column ${k % cols}; expected a finite number`,
      );
    }
    if (value !== 0) entries++;
  }
  const starts = new Uint32Array(rows + 1);
  const columns = new Uint32Array(entries);
  const values = new Float64Array(entries);
  let filled = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) {
      const value = data[i * cols + j]!;
      if (value === 0) continue;
      columns[filled] = j;
      values[filled++] = value;
    }
    starts[i + 1] = filled;
  }
  return { starts, columns, values };
}
