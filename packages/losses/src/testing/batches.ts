import * as fc from "fast-check";
import type { Batch } from "./Rows.js";

/**
 * Batches of 1 to 5 examples and 1 to 4 classes (or as many as given): labels mostly 0 and 1, some
 * between, and logits in [−4, 4] that float32 holds exactly.
 */
export function batches(classes?: number): fc.Arbitrary<Batch> {
  const shape = fc.tuple(
    fc.integer({ min: 1, max: 5 }),
    classes === undefined ? fc.integer({ min: 1, max: 4 }) : fc.constant(classes),
  );
  return shape.chain(([rows, cols]) => {
    const matrix = (entry: fc.Arbitrary<number>) =>
      fc.array(fc.array(entry, { minLength: cols, maxLength: cols }), {
        minLength: rows,
        maxLength: rows,
      });
    return fc.record({
      labels: matrix(fc.constantFrom(0, 0, 0, 1, 1, 0.25)),
      logits: matrix(fc.float({ min: -4, max: 4, noNaN: true })),
    });
  });
}
