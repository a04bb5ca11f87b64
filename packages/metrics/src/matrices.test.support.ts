import fc from "fast-check";
import type { LabelMatrix, Matrix, ScoreMatrix } from "./Matrix.js";

/** A label matrix from its rows. */
export function labels(...rows: number[][]): LabelMatrix {
  return { rows: rows.length, cols: rows[0]?.length ?? 1, data: Uint8Array.from(rows.flat()) };
}

/** A score matrix from its rows. */
export function scores(...rows: number[][]): ScoreMatrix {
  return { rows: rows.length, cols: rows[0]?.length ?? 1, data: Float32Array.from(rows.flat()) };
}

/** The matrix of the given rows and columns of another, in their order. */
export function select<Data extends Float32Array | Uint8Array>(
  { cols, data }: Matrix<Data>,
  rows: readonly number[],
  columns: readonly number[] = Array.from({ length: cols }, (_, j) => j),
): Matrix<Data> {
  const entries = rows.flatMap((i) => columns.map((j) => data[i * cols + j] ?? Number.NaN));
  const selected =
    data instanceof Uint8Array ? Uint8Array.from(entries) : Float32Array.from(entries);
  return { rows: rows.length, cols: columns.length, data: selected as Data };
}

const shape = fc.record({
  rows: fc.integer({ min: 1, max: 12 }),
  cols: fc.integer({ min: 1, max: 6 }),
});

/** Pairs of equally shaped label matrices, sparse ones and empty rows among them. */
export const labelPairs = shape.chain(({ rows, cols }) =>
  fc.record({ yTrue: labelsOf(rows, cols), yPred: labelsOf(rows, cols) }),
);

/** Scores beside true labels; few distinct values, so that ties are common. */
export const scoredLabels = shape.chain(({ rows, cols }) =>
  fc.record({
    yTrue: labelsOf(rows, cols),
    yScore: fc
      .array(fc.integer({ min: 0, max: 12 }), { minLength: rows * cols, maxLength: rows * cols })
      .map((steps) => ({ rows, cols, data: Float32Array.from(steps, (step) => step / 12) })),
  }),
);

function labelsOf(rows: number, cols: number): fc.Arbitrary<LabelMatrix> {
  return fc
    .array(fc.constantFrom(0, 0, 1), { minLength: rows * cols, maxLength: rows * cols })
    .map((entries) => ({ rows, cols, data: Uint8Array.from(entries) }));
}
