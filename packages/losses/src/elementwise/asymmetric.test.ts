import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batches } from "../testing/batches.js";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { itRejects } from "../testing/itRejects.js";
import { meanOverEntries } from "../testing/meanOverEntries.js";
import { quartersBatch } from "../testing/quartersBatch.js";
import { sigma } from "../testing/sigma.js";
import { asymmetric } from "./asymmetric.js";
import { binaryCrossEntropy } from "./binaryCrossEntropy.js";
import { focal } from "./focal.js";

const ln3 = Math.log(3);
const term = (gammaPos: number, gammaNeg: number, margin: number) => (y: number, z: number) => {
  const shifted = Math.max(sigma(z) - margin, 0);
  return (
    -y * sigma(-z) ** gammaPos * Math.log(sigma(z)) -
    // 1 − p_m, by σ(−z), for 1 − σ(z) is 0 where z is large
    (1 - y) * shifted ** gammaNeg * Math.log(Math.min(sigma(-z) + margin, 1))
  );
};

describeLoss("asymmetric", {
  settings: [
    { title: "defaults", make: asymmetric, reference: meanOverEntries(term(0, 4, 0.05)) },
    {
      title: "gammaPos 1, gammaNeg 2, margin 0",
      make: () => asymmetric({ gammaPos: 1, gammaNeg: 2, margin: 0 }),
      reference: meanOverEntries(term(1, 2, 0)),
    },
    {
      title: "gammas 0.5, margin 0.2",
      make: () => asymmetric({ gammaPos: 0.5, gammaNeg: 0.5, margin: 0.2 }),
      reference: meanOverEntries(term(0.5, 0.5, 0.2)),
    },
    {
      title: "a margin alone, sum",
      make: () => asymmetric({ gammaNeg: 0, reduction: "sum" }),
      reference: (y, z) => meanOverEntries(term(0, 0, 0.05))(y, z) * y.flat().length,
    },
  ],
  // p = σ(z) = [[3/4, 1/2], [1/4, 3/4]], p_m of the negatives 9/20 and 1/5. Positives: −log p, slope −(1 − p).
  // Negatives: p_m⁴·(−log(1 − p_m)), slope p(1 − p)·(4 p_m³·(−log(1 − p_m)) + p_m⁴/(1 − p_m)).
  byHand: {
    ...quartersBatch,
    value:
      (2 * Math.log(4 / 3) + (9 / 20) ** 4 * Math.log(20 / 11) + (1 / 5) ** 4 * Math.log(5 / 4)) /
      4,
    gradient: [
      -1 / 16,
      (1 / 16) * (4 * (9 / 20) ** 3 * Math.log(20 / 11) + (9 / 20) ** 4 * (20 / 11)),
      (3 / 64) * (4 * (1 / 5) ** 3 * Math.log(5 / 4) + (1 / 5) ** 4 * (5 / 4)),
      -1 / 16,
    ],
  },
});

describe("asymmetric", () => {
  it.each([
    [{ gammaPos: 0, gammaNeg: 0, margin: 0 }, "binaryCrossEntropy", binaryCrossEntropy],
    [
      { gammaPos: 0, gammaNeg: 0, margin: 0 },
      "focal at gamma 0 without alpha",
      () => focal({ gamma: 0, alpha: null }),
    ],
    [
      { gammaPos: 3, gammaNeg: 3, margin: 0 },
      "focal at gamma 3 without alpha",
      () => focal({ gamma: 3, alpha: null }),
    ],
  ])("with %o is %s", (options, _name, make) => {
    fc.assert(
      fc.property(batches(), (batch) => {
        const { value, gradient } = evaluate(asymmetric(options), batch);
        const expected = evaluate(make(), batch);
        expectClose([value], [expected.value]);
        expectClose(gradient, expected.gradient);
      }),
      { seed: 1 },
    );
  });

  it("charges a negative with p up to the margin nothing, and moves it nowhere", () => {
    const batch = { labels: [[0, 0]], logits: [[0, -5]] };
    for (const gammaNeg of [0, 0.5, 4]) {
      const { value, gradient } = evaluate(asymmetric({ margin: 0.5, gammaNeg }), batch);
      expect([value, ...gradient.map(Math.abs)]).toEqual([0, 0, 0]);
    }
  });

  it("stops the gradient through the focusing weights with focusGradient false, at the same value", () => {
    const options = { gammaPos: 1, gammaNeg: 2, margin: 0.05, focusGradient: false };
    // p = 1/4 twice: the weight 3/4 times −(1 − p), and the weight p_m² = 1/25 times p(1 − p)/(1 − p_m)
    const batch = { labels: [[1, 0]], logits: [[-ln3, -ln3]] };
    const { value, gradient } = evaluate(asymmetric({ ...options, reduction: "sum" }), batch);
    expectClose([value], [(3 / 4) * Math.log(4) + (1 / 25) * Math.log(5 / 4)]);
    expectClose(gradient, [-(3 / 4) * (3 / 4), (1 / 25) * (3 / 16) * (5 / 4)]);
  });

  it("goes on growing where the published code clamps, without a margin", () => {
    const loss = asymmetric({ gammaNeg: 0, margin: 0, reduction: "sum" });
    const { value, gradient } = evaluate(loss, { labels: [[1, 0]], logits: [[-1e4, 1e4]] });
    expect([value, ...gradient]).toEqual([2e4, -1, 1]);
  });
});

describe("asymmetric rejects", () => {
  itRejects(asymmetric, [
    [
      { gammaPos: -1 },
      RangeError,
      'asymmetric: option "gammaPos" must be a number of at least 0; received -1',
    ],
    [{ gammaNeg: "4" }, TypeError, 'option "gammaNeg"'],
    [{ margin: 1 }, RangeError, 'option "margin" must be a number in [0, 1)'],
    [{ margin: 1e-40 }, RangeError, "received 1e-40"],
    [{ focusGradient: 0 }, TypeError, 'option "focusGradient" must be true or false; received 0'],
    [
      { gamma: 1 },
      TypeError,
      "known options: gammaPos, gammaNeg, margin, focusGradient, reduction",
    ],
  ]);
});
