import * as tf from "@tensorflow/tfjs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { itTakesNoOptions } from "../testing/itTakesNoOptions.js";
import { overSets } from "../testing/overSets.js";
import { zlpr } from "./zlpr.js";

const ln2 = Math.log(2);
const ln3 = Math.log(3);

describeLoss("zlpr", {
  settings: [
    {
      title: "defaults",
      make: zlpr,
      reference: overSets(
        (ps, qs) =>
          Math.log1p(ps.reduce((total, p) => total + Math.exp(-p), 0)) +
          Math.log1p(qs.reduce((total, q) => total + Math.exp(q), 0)),
      ),
    },
  ],
  // Example 1: log(1 + e⁰) + log(1 + 3) = log 8, slopes −1/2 at p and 3/4 at q. Example 2 has an empty Q:
  // log(1 + 1 + 1/2) = log 5/2, slopes −1/(5/2) and −(1/2)/(5/2). The mean over 2 halves all.
  byHand: {
    labels: [
      [1, 0],
      [1, 1],
    ],
    logits: [
      [0, ln3],
      [0, ln2],
    ],
    value: (Math.log(8) + Math.log(5 / 2)) / 2,
    gradient: [-1 / 4, 3 / 8, -1 / 5, -1 / 10],
  },
});

describe("zlpr", () => {
  it("has its minimum where positives are above 0 and negatives below", () => {
    const examples = fc
      .integer({ min: 1, max: 6 })
      .chain((n) =>
        fc.tuple(
          fc.array(fc.constantFrom(0, 1), { minLength: n, maxLength: n }),
          fc.array(fc.float({ min: -3, max: 3, noNaN: true }), { minLength: n, maxLength: n }),
        ),
      );
    fc.assert(
      fc.property(examples, ([labels, start]) => {
        let logits = start;
        for (let i = 0; i < 60; i++) {
          const { gradient } = evaluate(zlpr(), { labels: [labels], logits: [logits] });
          logits = logits.map((z, j) => z - (gradient[j] ?? Number.NaN));
        }
        expect(logits.map((z) => (z > 0 ? 1 : 0))).toEqual(labels);
      }),
      { numRuns: 20, seed: 1 },
    );
  });

  it("pushes all logits of an example without positives down, of one without negatives up", () => {
    const { gradient } = evaluate(zlpr(), {
      labels: [
        [0, 0],
        [1, 1],
      ],
      logits: [
        [1, -2],
        [1, -2],
      ],
    });
    expect(gradient.map(Math.sign)).toEqual([1, 1, -1, -1]);
  });

  it("scores are at least 0.5 exactly where z ≥ 0", () => {
    tf.tidy(() => {
      const scores = zlpr().scores(tf.tensor2d([[-1e-3, 0, 1e-3]]));
      expect([...scores.dataSync()].map((s) => s >= 0.5)).toEqual([false, true, true]);
    });
  });

  itTakesNoOptions(zlpr);
});
