import * as fc from "fast-check";
import { it } from "vitest";
import type { MultilabelLoss } from "../MultilabelLoss.js";
import { batches } from "./batches.js";
import { centralDifferences } from "./centralDifferences.js";
import { evaluate } from "./evaluate.js";
import { expectClose } from "./expectClose.js";
import type { Reference } from "./Rows.js";

/** A loss agrees with its formula in double precision, and its gradient with finite differences of it. */
export function itAgrees(
  title: string,
  make: () => MultilabelLoss,
  reference: Reference,
  classes?: number,
): void {
  it(`${title}: value and gradient agree with the formula in double precision, 100 random batches`, () => {
    fc.assert(
      fc.property(batches(classes), (batch) => {
        const { value, gradient } = evaluate(make(), batch);
        expectClose([value], [reference(batch.labels, batch.logits)]);
        expectClose(gradient, centralDifferences(reference, batch), 1e-4);
      }),
      { numRuns: 100, seed: 1 },
    );
  });
}
