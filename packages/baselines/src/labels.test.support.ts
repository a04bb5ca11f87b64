import type { LabelMatrix } from "@sigf1/metrics";
import fc from "fast-check";

/** A label matrix from its rows. */
export function labels(...rows: number[][]): LabelMatrix {
  return { rows: rows.length, cols: rows[0]?.length ?? 1, data: Uint8Array.from(rows.flat()) };
}

/** Label matrices of at least one example, dense and sparse. */
export const labelMatrices: fc.Arbitrary<LabelMatrix> = fc
  .record({ rows: fc.integer({ min: 1, max: 20 }), cols: fc.integer({ min: 1, max: 6 }) })
  .chain(({ rows, cols }) =>
    fc
      .array(fc.constantFrom(0, 0, 1), { minLength: rows * cols, maxLength: rows * cols })
      .map((entries) => ({ rows, cols, data: Uint8Array.from(entries) })),
  );
