import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labels, scoredLabels, scores } from "../matrices.test.support.js";
import { expectedFMaximizer } from "./expectedFMaximizer.js";
import { gfm } from "./gfm.js";

const anything = [scores([0.5, 0.5]), labels([1, 0])] as const;
const anything4 = [scores([0.5, 0.5, 0.5, 0.5]), labels([1, 0, 0, 1])] as const;

/** P(y_j = 1, n = s) of independent labels, by their sets. */
function jointOf(marginals: Float32Array): number[][] {
  const joint = Array.from(marginals, () => Array.from(marginals, () => 0));
  for (let set = 1; set < 1 << marginals.length; set++) {
    const members = Array.from(marginals.keys()).filter((j) => (set >> j) & 1);
    const p = marginals.reduce((product, q, j) => product * ((set >> j) & 1 ? q : 1 - q), 1);
    for (const j of members) {
      const row = joint[j] ?? [];
      row[members.length - 1] = (row[members.length - 1] ?? 0) + p;
    }
  }
  return joint;
}

describe("gfm", () => {
  it("takes a second label where its probability pays", () => {
    const decision = gfm({ calibration: "none" }).fit(...anything);
    // E[F1] of the first alone: .5 · 2/3 · … by hand: p (1 − q) + pq · 2/3; of both: (p + q − 2pq) · 2/3 + pq.
    // p .6, q .5: .3 + .2 = .5 against .2667… + .0667… + .3 = .6333.
    // p .6, q .1: .54 + .04 = .58 against .58 · 2/3 + .06 = .4467.
    expect(decision.decide(scores([0.6, 0.5], [0.6, 0.1]))).toEqual(labels([1, 1], [1, 0]));
  });

  it("predicts nothing only where that counts as right", () => {
    const unlikely = scores([0.1, 0.05]);
    const strict = gfm({ calibration: "none" }).fit(...anything);
    const lenient = gfm({ calibration: "none", zeroDivision: 1 }).fit(...anything);
    expect(strict.decide(unlikely)).toEqual(labels([1, 0]));
    expect(lenient.decide(unlikely)).toEqual(labels([0, 0]));
    expect(strict.decide(scores([0, 0], [1e-20, 1e-21]))).toEqual(labels([0, 0], [1, 0]));
  });

  it("takes more labels the more recall matters, each set the best of all under its Fβ", () => {
    const marginals = scores([0.5, 0.3, 0.2, 0.1]);
    const decided = [0.25, 1, 4].map((beta) => {
      const { data } = gfm({ calibration: "none", beta })
        .fit(...anything4)
        .decide(marginals);
      const joint = jointOf(marginals.data);
      expect(data).toEqual(expectedFMaximizer(joint, { beta }).labels);
      return data.reduce((sum, label) => sum + label, 0);
    });
    expect(decided).toEqual([1, 2, 4]);
  });

  it("takes the smallest of equally good sets", () => {
    // p 1, q ½: of the first alone ½ + ½ · 2/3, of both ½ · 2/3 + ½.
    const decision = gfm({ calibration: "none" }).fit(...anything);
    expect(decision.decide(scores([1, 0.5]))).toEqual(labels([1, 0]));
  });

  it("calibrates scores that are no probabilities", () => {
    // Scores of .9 are right two times in three for class 0 and always for class 1; those of .1 never are.
    const high = [
      [0.9, 0.9],
      [0.9, 0.9],
      [0.9, 0.9],
    ];
    const low = [
      [0.1, 0.1],
      [0.1, 0.1],
      [0.1, 0.1],
    ];
    const truths = [
      [1, 1],
      [0, 1],
      [1, 1],
      [0, 0],
      [0, 0],
      [0, 0],
    ];
    const tenfold = Array.from({ length: 10 });
    const validation = scores(...tenfold.flatMap(() => [...high, ...low]));
    const truth = labels(...tenfold.flatMap(() => truths));
    const decision = gfm({ zeroDivision: 1 }).fit(validation, truth);
    expect(decision.decide(scores([0.1, 0.9], [0.9, 0.1], [0.1, 0.1]))).toEqual(
      labels([0, 1], [1, 0], [0, 0]),
    );
    const { scalings } = JSON.parse(JSON.stringify(decision));
    expect(scalings).toHaveLength(2);
    expect(scalings[1].slope).toBeGreaterThan(scalings[0].slope);
  });

  it("calibrates each class by itself", () => {
    // Scores of .9 are always right for class 0 and one time in five for class 1.
    const rows = Array.from({ length: 40 }, (_, i) => i);
    const validation = scores(...rows.map((i) => (i % 2 ? [0.9, 0.9] : [0.1, 0.1])));
    const truth = labels(...rows.map((i) => [i % 2, i % 10 === 1 ? 1 : 0]));
    const decision = gfm().fit(validation, truth);
    expect(decision.decide(scores([0.9, 0.9]))).toEqual(labels([1, 0]));
  });

  it("decides any scores, also 0, 1, ties and classes without positives", () => {
    fc.assert(
      fc.property(scoredLabels, ({ yTrue, yScore }) => {
        const decided = gfm().fit(yScore, yTrue).decide(yScore);
        for (let row = 0; row < decided.rows; row++) {
          const labels = decided.data.subarray(row * decided.cols, (row + 1) * decided.cols);
          expect(labels.includes(1)).toBe(true);
        }
      }),
    );
  });

  it("says in JSON what decides", () => {
    const decision = gfm({ calibration: "none" }).fit(...anything);
    expect(JSON.parse(JSON.stringify(decision))).toEqual({
      rule: "gfm",
      beta: 1,
      zeroDivision: 0,
      classes: 2,
      scalings: null,
    });
  });

  it.each([
    [{ beta: 0 }, "beta is 0"],
    [{ beta: Number.POSITIVE_INFINITY }, "beta is Infinity"],
    [{ zeroDivision: 2 as 1 }, "zeroDivision is 2"],
    [
      { calibration: "isotonic" as "none" },
      'calibration is "isotonic"; expected one of platt, none',
    ],
  ])("refuses %j", (options, message) => {
    expect(() => gfm(options)).toThrow(message);
  });

  it("refuses scores with another number of classes", () => {
    expect(() =>
      gfm()
        .fit(...anything)
        .decide(scores([0.5])),
    ).toThrow("gfm was fitted on 2 classes");
  });
});
