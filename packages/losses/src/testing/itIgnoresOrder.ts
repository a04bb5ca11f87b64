import * as fc from "fast-check";
import { it } from "vitest";
import type { MultilabelLoss } from "../MultilabelLoss.js";
import { batches } from "./batches.js";
import { evaluate } from "./evaluate.js";
import { expectClose } from "./expectClose.js";
import type { Rows } from "./Rows.js";

const shuffled = (length: number) => {
  const indices = Array.from({ length }, (_, i) => i);
  return fc.shuffledSubarray(indices, { minLength: length });
};

/** Permuting the examples, or (unless they are distinct) the classes of labels and logits together, changes no value. */
export function itIgnoresOrder(
  title: string,
  make: () => MultilabelLoss,
  distinctClasses = false,
  classes?: number,
): void {
  it(`${title}: the order of examples ${distinctClasses ? "does" : "and of classes does"} not matter`, () => {
    const cases = batches(classes).chain((batch) => {
      const columns = batch.labels[0]?.length ?? 0;
      return fc.record({
        batch: fc.constant(batch),
        rows: shuffled(batch.labels.length),
        cols: distinctClasses
          ? fc.constant(Array.from({ length: columns }, (_, j) => j))
          : shuffled(columns),
      });
    });
    fc.assert(
      fc.property(cases, ({ batch, rows, cols }) => {
        // rows and cols index into the batch they were drawn for
        const permute = (m: Rows) => rows.map((i) => cols.map((j) => m[i]![j]!));
        const { value } = evaluate(make(), {
          labels: permute(batch.labels),
          logits: permute(batch.logits),
        });
        expectClose([value], [evaluate(make(), batch).value]);
      }),
      { numRuns: 50, seed: 1 },
    );
  });
}
