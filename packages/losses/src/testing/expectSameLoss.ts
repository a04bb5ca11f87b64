import * as fc from "fast-check";
import type { MultilabelLoss } from "../MultilabelLoss.js";
import { batches } from "./batches.js";
import { evaluate } from "./evaluate.js";
import { expectClose } from "./expectClose.js";

/** Two losses have the same value and gradient on random batches. */
export function expectSameLoss(one: MultilabelLoss, other: MultilabelLoss): void {
  fc.assert(
    fc.property(batches(), (batch) => {
      const { value, gradient } = evaluate(one, batch);
      const expected = evaluate(other, batch);
      expectClose([value], [expected.value]);
      expectClose(gradient, expected.gradient, 1e-4);
    }),
    { seed: 1 },
  );
}
