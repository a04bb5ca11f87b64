import * as fc from "fast-check";
import { it } from "vitest";
import type { MultilabelLoss } from "../MultilabelLoss.js";
import { batches } from "./batches.js";
import { evaluate } from "./evaluate.js";
import { expectClose } from "./expectClose.js";

/** A batch of every example twice has the same value, so a learning rate fits every batch size. */
export function itIgnoresBatchSize(make: () => MultilabelLoss): void {
  it("has the same value on a batch of every example twice", () => {
    fc.assert(
      fc.property(batches(), ({ labels, logits }) => {
        const twice = { labels: [...labels, ...labels], logits: [...logits, ...logits] };
        expectClose([evaluate(make(), twice).value], [evaluate(make(), { labels, logits }).value]);
      }),
      { seed: 1 },
    );
  });
}
