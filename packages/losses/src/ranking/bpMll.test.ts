import { describe, expect, it } from "vitest";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { itTakesNoOptions } from "../testing/itTakesNoOptions.js";
import { overPairs } from "../testing/overPairs.js";
import { bpMll } from "./bpMll.js";

const half = Math.log(3) / 2; // tanh of it is (3 − 1)/(3 + 1) = 1/2

describeLoss("bp-mll", {
  settings: [
    {
      title: "defaults",
      make: bpMll,
      reference: overPairs((p, q) => Math.exp(Math.tanh(q) - Math.tanh(p))),
    },
  ],
  // tanh z = [[1/2, 0], [1/2, −1/2]], one pair per example: values [e^(0 − 1/2), e^(1/2 + 1/2)], slopes
  // ∓value·(1 − tanh²) with 1 − tanh² = [[3/4, 1], [3/4, 3/4]]; the mean over 2 halves both.
  byHand: {
    labels: [
      [1, 0],
      [0, 1],
    ],
    logits: [
      [half, 0],
      [half, -half],
    ],
    value: (Math.exp(-1 / 2) + Math.E) / 2,
    gradient: [
      ((-3 / 4) * Math.exp(-1 / 2)) / 2,
      Math.exp(-1 / 2) / 2,
      ((3 / 4) * Math.E) / 2,
      ((-3 / 4) * Math.E) / 2,
    ],
  },
});

describe("bpMll", () => {
  it("lies between e⁻² and e², its values at the right and the wrong order", () => {
    const value = (logits: number[]) =>
      evaluate(bpMll(), { labels: [[1, 1, 0]], logits: [logits] }).value;
    expectClose([value([1e4, 1e4, -1e4])], [Math.exp(-2)]);
    expectClose([value([-1e4, -1e4, 1e4])], [Math.exp(2)]);
  });

  it("is 0, without a slope, for an example without positives or without negatives", () => {
    const { value, gradient } = evaluate(bpMll(), {
      labels: [
        [0, 0],
        [1, 1],
      ],
      logits: [
        [1, -2],
        [1, -2],
      ],
    });
    expect(value).toBe(0);
    expect(gradient.map(Math.abs)).toEqual([0, 0, 0, 0]);
  });

  itTakesNoOptions(bpMll);
});
