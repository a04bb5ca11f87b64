import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batches } from "../testing/batches.js";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { itTakesNoOptions } from "../testing/itTakesNoOptions.js";
import { overPairs } from "../testing/overPairs.js";
import type { Reference } from "../testing/Rows.js";
import { transposed } from "../testing/transposed.js";
import { pairwiseHinge } from "./pairwiseHinge.js";
import { rocAuc } from "./rocAuc.js";

function overExamples(term: (p: number, q: number) => number): Reference {
  const reference = overPairs(term);
  return (y, z) => reference(transposed(y), transposed(z));
}

describeLoss("roc-auc", {
  settings: [
    {
      title: "defaults",
      make: rocAuc,
      reference: overExamples((p, q) => Math.max(0, 1 + q - p)),
    },
  ],
  // One pair per class: 1 + 1 − 1/2 = 3/2, slopes ±1; and 1 + 1 − 3 < 0. The mean over 2 classes halves both.
  byHand: {
    labels: [
      [1, 0],
      [0, 1],
    ],
    logits: [
      [1 / 2, 1],
      [1, 3],
    ],
    value: 3 / 4,
    gradient: [-1 / 2, 0, 1 / 2, 0],
  },
});

describe("rocAuc", () => {
  it("is pairwiseHinge with examples and classes in each other's place", () => {
    fc.assert(
      fc.property(batches(), ({ labels, logits }) => {
        const { value } = evaluate(rocAuc(), { labels, logits });
        const across = { labels: transposed(labels), logits: transposed(logits) };
        expectClose([value], [evaluate(pairwiseHinge(), across).value]);
      }),
      { seed: 1 },
    );
  });

  it("is at least 1 − AUC", () => {
    const misordered = overExamples((p, q) => (q > p ? 1 : q === p ? 0.5 : 0));
    fc.assert(
      fc.property(batches(), (batch) => {
        const { value } = evaluate(rocAuc(), batch);
        expect(value).toBeGreaterThanOrEqual(misordered(batch.labels, batch.logits) - 1e-6);
      }),
      { seed: 1 },
    );
  });

  itTakesNoOptions(rocAuc);
});
