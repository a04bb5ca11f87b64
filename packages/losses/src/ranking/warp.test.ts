import * as fc from "fast-check";
import { describe, it } from "vitest";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { itTakesNoOptions } from "../testing/itTakesNoOptions.js";
import { overSets } from "../testing/overSets.js";
import { pairwiseHinge } from "./pairwiseHinge.js";
import { warp } from "./warp.js";

const harmonic = (k: number): number => (k === 0 ? 0 : harmonic(k - 1) + 1 / k);

describeLoss("warp", {
  settings: [
    {
      title: "defaults",
      make: warp,
      reference: overSets((ps, qs) => {
        const terms = ps.map((p) => {
          const hinges = qs.map((q) => 1 + q - p).filter((hinge) => hinge > 0);
          const r = hinges.length;
          return r === 0 ? 0 : (harmonic(r) / r) * hinges.reduce((a, b) => a + b, 0);
        });
        return terms.reduce((a, b) => a + b, 0) / Math.max(1, terms.length);
      }),
    },
  ],
  // One negative per example, so r_p ≤ 1 and L(1)/1 = 1: pairwiseHinge's case.
  byHand: {
    labels: [
      [1, 0],
      [0, 1],
    ],
    logits: [
      [1 / 4, 1 / 2],
      [0, 2],
    ],
    value: 5 / 8,
    gradient: [-1 / 2, 1 / 2, 0, 0],
  },
});

describe("warp", () => {
  it("weighs each positive by L(r)/r of its rank, through which no gradient flows", () => {
    // Positives at 1 and 4, negatives at 2, 1.5 and 0.25: hinges of the first 2, 1.5, 0.25 (r 3, L = 11/6), of
    // the second 0 (r 0). The mean over P halves: (11/6)/3/2 · 3.75, and as slope (11/6)/3/2 for each pair.
    const { value, gradient } = evaluate(warp(), {
      labels: [[0, 1, 0, 1, 0]],
      logits: [[2, 1, 1.5, 4, 0.25]],
    });
    const weight = 11 / 36;
    expectClose([value], [weight * 3.75]);
    expectClose(gradient, [weight, -3 * weight, weight, 0, weight]);
  });

  it("does not count a negative exactly at the margin, wherever it stands", () => {
    // p = 2; q = 1 is at the margin, q = 3 beyond it: r = 1, so L(r)/r · 2 = 2
    const value = (labels: number[], logits: number[]) =>
      evaluate(warp(), { labels: [labels], logits: [logits] }).value;
    expectClose([value([1, 0, 0], [2, 1, 3])], [2]);
    expectClose([value([0, 1, 0], [1, 2, 3])], [2]);
    expectClose([value([0, 0, 1], [3, 1, 2])], [2]);
  });

  it("is pairwiseHinge where there is one negative", () => {
    const cases = fc
      .array(fc.float({ min: -4, max: 4, noNaN: true }), { minLength: 2, maxLength: 6 })
      .chain((z) => fc.tuple(fc.constant(z), fc.nat(z.length - 1)));
    fc.assert(
      fc.property(cases, ([z, at]) => {
        const batch = { labels: [z.map((_, j) => (j === at ? 0 : 1))], logits: [z] };
        const { value, gradient } = evaluate(warp(), batch);
        const expected = evaluate(pairwiseHinge(), batch);
        expectClose([value], [expected.value]);
        expectClose(gradient, expected.gradient);
      }),
      { seed: 1 },
    );
  });

  it("is L(|Q|) times pairwiseHinge where all negatives violate the margin", () => {
    const batch = { labels: [[1, 0, 0, 0]], logits: [[0, 5, 2, 7]] };
    const expected = (1 + 1 / 2 + 1 / 3) * evaluate(pairwiseHinge(), batch).value;
    expectClose([evaluate(warp(), batch).value], [expected]);
  });

  itTakesNoOptions(warp);
});
