import fc from "fast-check";
import { describe, expect, it } from "vitest";
import golden from "../../golden/scores.json" with { type: "json" };
import type { LabelMatrix } from "../Matrix.js";
import { labelPairs, labels, select } from "../matrices.test.support.js";
import type { Average } from "./Average.js";
import { ConfusionCounts } from "./ConfusionCounts.js";
import type { RatioName } from "./countRatios.js";
import type { ZeroDivision } from "./ZeroDivision.js";

const averages: Average[] = ["micro", "macro", "weighted", "samples"];
const range = (n: number) => Array.from({ length: n }, (_, i) => i);

function expectClose(actual: object, expected: object) {
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  const wanted = new Map(Object.entries(expected));
  for (const [key, value] of Object.entries(actual)) {
    expect(value, key).toBeCloseTo(wanted.get(key), 12);
  }
}

describe("ConfusionCounts equals scikit-learn", () => {
  it.each(golden.cases)("on $name", ({ rows, cols, yTrue, yPred, scores, ...expected }) => {
    const counts = ConfusionCounts.of(
      { rows, cols, data: Uint8Array.from(yTrue) },
      { rows, cols, data: Uint8Array.from(yPred) },
    );
    expect(scores).toHaveLength(24);
    for (const { score, average, zeroDivision, value } of scores) {
      const got = counts[score as RatioName](average as Average, zeroDivision as ZeroDivision);
      expect(got, `${score} ${average} zeroDivision=${zeroDivision}`).toBeCloseTo(value, 12);
    }
    expect(counts.hammingLoss()).toBeCloseTo(expected.hammingLoss, 12);
    expect(counts.accuracy()).toBeCloseTo(1 - expected.hammingLoss, 12);
    expect(counts.subsetAccuracy()).toBeCloseTo(expected.subsetAccuracy, 12);
  });
});

describe("ConfusionCounts", () => {
  const yTrue = labels([1, 0, 1], [0, 1, 0], [1, 1, 0]);
  const yPred = labels([1, 1, 0], [0, 1, 0], [0, 0, 0]);

  it("counts each class", () => {
    expect(ConfusionCounts.of(yTrue, yPred).perClass()).toEqual([
      { tp: 1, fp: 0, fn: 1, tn: 1 },
      { tp: 1, fp: 1, fn: 1, tn: 0 },
      { tp: 0, fp: 0, fn: 1, tn: 2 },
    ]);
  });

  it("pools the classes", () => {
    expect(ConfusionCounts.of(yTrue, yPred).pooled()).toEqual({ tp: 2, fp: 1, fn: 3, tn: 3 });
  });

  it("gives the example-based precision, recall and the F1 of these two means", () => {
    // Precisions 1/2, 1, 0/0 → 0; recalls 1/2, 1, 0.
    const { precision, recall, f1 } = ConfusionCounts.of(yTrue, yPred).exampleScores();
    expect([precision, recall, f1]).toEqual([0.5, 0.5, 0.5]);
    const lenient = ConfusionCounts.of(yTrue, yPred).exampleScores(1);
    expect(lenient.precision).toBeCloseTo(2.5 / 3, 12);
    expect(lenient.f1).toBeCloseTo((2 * (2.5 / 3) * 0.5) / (2.5 / 3 + 0.5), 12);
  });

  it("gives example F1 0 when precision and recall are 0", () => {
    expect(ConfusionCounts.of(labels([1]), labels([0])).exampleScores().f1).toBe(0);
  });

  it("counts predicted labels per example", () => {
    expect(ConfusionCounts.of(yTrue, yPred).labelsPerExample()).toBe(1);
  });

  it("scores any number of updates as it scores all examples at once", () => {
    fc.assert(
      fc.property(labelPairs, fc.nat(12), ({ yTrue, yPred }, cut) => {
        const parts = [range(yTrue.rows).slice(0, cut), range(yTrue.rows).slice(cut)];
        const counts = new ConfusionCounts(yTrue.cols);
        for (const rows of parts) counts.update(select(yTrue, rows), select(yPred, rows));
        expectClose(counts.report(), ConfusionCounts.of(yTrue, yPred).report());
      }),
    );
  });

  it("merges into the counts of all examples", () => {
    fc.assert(
      fc.property(labelPairs, fc.nat(12), ({ yTrue, yPred }, cut) => {
        const [first, second] = [range(yTrue.rows).slice(0, cut), range(yTrue.rows).slice(cut)].map(
          (rows) => ConfusionCounts.of(select(yTrue, rows), select(yPred, rows)),
        ) as [ConfusionCounts, ConfusionCounts];
        const before = second.perClass();
        const merged = first.merge(second);
        const whole = ConfusionCounts.of(yTrue, yPred);
        expect(merged.perClass()).toEqual(whole.perClass());
        expect(merged.examples).toBe(whole.examples);
        expect(second.perClass()).toEqual(before);
        for (const zeroDivision of [0, 1] as const) {
          expectClose(merged.report(zeroDivision), whole.report(zeroDivision));
        }
      }),
    );
  });

  it("is invariant to the order of examples and of classes", () => {
    fc.assert(
      fc.property(
        labelPairs.chain((pair) =>
          fc.record({
            pair: fc.constant(pair),
            rows: fc.shuffledSubarray(range(pair.yTrue.rows), { minLength: pair.yTrue.rows }),
            cols: fc.shuffledSubarray(range(pair.yTrue.cols), { minLength: pair.yTrue.cols }),
          }),
        ),
        ({ pair: { yTrue, yPred }, rows, cols }) => {
          const shuffled = ConfusionCounts.of(select(yTrue, rows, cols), select(yPred, rows, cols));
          expectClose(shuffled.report(), ConfusionCounts.of(yTrue, yPred).report());
        },
      ),
    );
  });

  it("swaps precision and recall when truth and prediction are swapped, and keeps F1", () => {
    fc.assert(
      fc.property(labelPairs, fc.constantFrom(0, 1), ({ yTrue, yPred }, zeroDivision) => {
        const [there, back] = [ConfusionCounts.of(yTrue, yPred), ConfusionCounts.of(yPred, yTrue)];
        // The weighted average weights by the true labels, so it is not symmetric.
        for (const average of ["micro", "macro", "samples"] as const) {
          const precision = there.precision(average, zeroDivision as ZeroDivision);
          expect(back.recall(average, zeroDivision as ZeroDivision)).toBeCloseTo(precision, 12);
          expect(back.f1(average)).toBeCloseTo(there.f1(average), 12);
        }
        expect(back.hammingLoss()).toBe(there.hammingLoss());
      }),
    );
  });

  it("stays within bounds, and F1 between 0 and the larger of precision and recall where counts are pooled", () => {
    fc.assert(
      fc.property(labelPairs, ({ yTrue, yPred }) => {
        const { labelsPerExample, ...rest } = ConfusionCounts.of(yTrue, yPred).report();
        for (const value of Object.values(rest)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }
        expect(labelsPerExample).toBeLessThanOrEqual(yTrue.cols);
        const larger = Math.max(rest.microPrecision, rest.microRecall);
        expect(rest.microF1).toBeLessThanOrEqual(larger + 1e-12);
      }),
    );
  });

  it("gives 1 to a perfect prediction with zeroDivision 1, in every average", () => {
    fc.assert(
      fc.property(labelPairs, ({ yTrue }) => {
        const counts = ConfusionCounts.of(yTrue, yTrue);
        for (const average of averages) expect(counts.f1(average, 1)).toBe(1);
        expect(counts.subsetAccuracy()).toBe(1);
      }),
    );
  });
});

describe("ConfusionCounts refuses", () => {
  it("shapes that differ, naming both", () => {
    expect(() => ConfusionCounts.of(labels([1, 0]), labels([1], [0]))).toThrow(
      "yTrue is 1 × 2 but yPred is 2 × 1",
    );
  });

  it("a batch with another number of classes", () => {
    const counts = new ConfusionCounts(3);
    expect(() => counts.update(labels([1, 0]), labels([1, 0]))).toThrow("yTrue has 2 classes");
    expect(() => counts.merge(new ConfusionCounts(2))).toThrow("has 2 classes");
  });

  it("an entry that is not 0 or 1, naming its place and counting nothing", () => {
    const counts = new ConfusionCounts(2);
    const wrong = labels([1, 0], [0, 7]);
    expect(() => counts.update(labels([1, 0], [0, 1]), wrong)).toThrow(
      "yPred is 7 at row 1, column 1; expected 0 or 1",
    );
    expect(counts.examples).toBe(0);
    expect(counts.perClass()).toEqual(new ConfusionCounts(2).perClass());
  });

  it("data that does not fill its shape", () => {
    const short: LabelMatrix = { rows: 2, cols: 2, data: Uint8Array.of(1, 0, 1) };
    expect(() => ConfusionCounts.of(short, short)).toThrow("yTrue has 3 entries");
  });

  it("a score of no examples", () => {
    expect(() => new ConfusionCounts(2).f1("micro")).toThrow("no example to score");
    expect(() => new ConfusionCounts(2).hammingLoss()).toThrow("no example to score");
  });

  it.each([0, -1, 1.5, Number.NaN])("%d classes", (classes) => {
    expect(() => new ConfusionCounts(classes)).toThrow(RangeError);
  });
});
