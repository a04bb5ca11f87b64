import { describe, expect, it } from "vitest";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { halvesBatch } from "../testing/halvesBatch.js";
import { itIgnoresBatchSize } from "../testing/itIgnoresBatchSize.js";
import { itMovesMultipliers } from "../testing/itMovesMultipliers.js";
import { itRejects } from "../testing/itRejects.js";
import { type ClassSums, overClasses } from "../testing/overClasses.js";
import { withMultipliers } from "../testing/withMultipliers.js";
import { precisionAtRecall } from "./precisionAtRecall.js";

const violation = ({ missed, positives }: ClassSums, target: number) =>
  positives > 0 ? target + missed / positives - 1 : 0;
const reference = (target: number, lambda: readonly number[] = []) =>
  overClasses(
    (sums, j) => sums.alarms / sums.examples + (lambda[j] ?? 1) * violation(sums, target),
  );

describeLoss("precision-at-recall", {
  settings: [
    {
      title: "target 0.75",
      make: () => precisionAtRecall({ target: 0.75 }),
      reference: reference(0.75),
    },
    { title: "defaults", make: precisionAtRecall, reference: reference(0.9) },
    {
      title: "multipliers 0.5 and 3, of variables 0.5 and −3",
      classes: 2,
      make: () => withMultipliers(precisionAtRecall(), [0.5, -3], 2),
      reference: reference(0.9, [0.5, 3]),
    },
  ],
  // λ = 1, N = 2. Class 1: L⁻/N = (1 + 0)/2, L⁺/|Y⁺| = 1 − 1/2: 1/2 + (3/4 + 1/2 − 1) = 3/4. Class 2:
  // L⁻/N = (1 − 1/2)/2, L⁺ = 0: 1/4 + (3/4 − 1) = 0. Slopes −1 at a positive within the margin, 1/2 at a negative,
  // halved by the mean over the classes.
  byHand: {
    ...halvesBatch,
    value: 3 / 8,
    gradient: [-1 / 2, 1 / 4, 1 / 4, 0],
  },
});

describe("precisionAtRecall", () => {
  itMovesMultipliers(
    () => precisionAtRecall({ target: 0.75 }),
    (classes) => classes.map((sums) => violation(sums, 0.75)),
  );

  itIgnoresBatchSize(precisionAtRecall);

  it("has no constraint for a class without positives in the batch", () => {
    expect(evaluate(precisionAtRecall(), { labels: [[0], [0]], logits: [[-2], [-3]] })).toEqual({
      value: 0,
      gradient: [0, 0],
    });
  });
});

describe("precisionAtRecall rejects", () => {
  itRejects(precisionAtRecall, [
    [
      { target: 1.1 },
      RangeError,
      'precisionAtRecall: option "target" must be a number above 0 and at most 1; received 1.1',
    ],
    [{ target: null }, TypeError, "received null"],
    [{ recall: 0.9 }, TypeError, 'unknown option "recall"; known options: target'],
  ]);
});
