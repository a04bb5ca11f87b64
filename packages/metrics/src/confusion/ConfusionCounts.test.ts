import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { LabelMatrix } from "../Matrix.js";
import { labelPairs, labels, select } from "../matrices.test.support.js";
import type { Average, Averaging } from "./Average.js";
import { ConfusionCounts } from "./ConfusionCounts.js";
import type { ZeroDivision } from "./ZeroDivision.js";

const averages = ["micro", "macro", "weighted", "samples"] as const;
const betas = [0, 0.5, 2, Number.POSITIVE_INFINITY];
const range = (n: number) => Array.from({ length: n }, (_, i) => i);

/** Every figure that counts give. */
function figures(counts: ConfusionCounts): Record<string, number> {
  const all: Record<string, number> = {
    examples: counts.examples,
    subsetAccuracy: counts.subsetAccuracy(),
    labelsPerExample: counts.labelsPerExample(),
    hammingLoss: counts.hammingLoss(),
    ...counts.labelCountError(),
  };
  const add = (name: string, value: number | number[]) => {
    [value].flat().forEach((number, j) => {
      all[`${name} ${j}`] = number;
    });
  };
  for (const average of ["micro", "macro", "none"] as const) {
    add(`Matthews ${average}`, counts.matthewsCorrcoef(average));
  }
  for (const zeroDivision of [0, 1] as const) {
    Object.entries(counts.report(zeroDivision)).forEach(([name, value]) => {
      add(`${name} ${zeroDivision}`, value);
    });
    for (const average of [...averages, "none"] as const) {
      const name = `${average} ${zeroDivision}`;
      add(`precision ${name}`, counts.precision(average, zeroDivision));
      add(`recall ${name}`, counts.recall(average, zeroDivision));
      add(`jaccard ${name}`, counts.jaccard(average, zeroDivision));
      for (const beta of [1, ...betas]) {
        add(`f${beta} ${name}`, counts.fbeta(beta, average, zeroDivision));
      }
    }
  }
  return all;
}

function expectClose(actual: object, expected: object) {
  const [got, wanted] = [actual as Record<string, number>, expected as Record<string, number>];
  expect(Object.keys(got)).toEqual(Object.keys(wanted));
  // One comparison for the hundreds of figures of every example that the property tries.
  const apart = Object.entries(got).filter(
    ([name, value]) => !(Math.abs(value - (wanted[name] ?? Number.NaN)) < 1e-12),
  );
  expect(apart).toEqual([]);
}

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

  it("gives one score per class with the average none, and one number with any other", () => {
    const counts = ConfusionCounts.of(yTrue, yPred);
    expect(counts.recall("none")).toEqual([1 / 2, 1 / 2, 0]);
    expect(counts.precision("none", 1)).toEqual([1, 1 / 2, 1]);
    expectTypeOf(counts.recall("none")).toEqualTypeOf<number[]>();
    expectTypeOf(counts.f1("samples")).toEqualTypeOf<number>();
    expectTypeOf(counts.f1("micro" as Average)).toEqualTypeOf<number>();
    expectTypeOf(counts.f1("micro" as Averaging)).toEqualTypeOf<number | number[]>();
  });

  it("sums the examples' Fβ for the betas that it was constructed with", () => {
    // Rows: P = R = 1/2, P = R = 1, and P undefined with R = 0.
    const counts = ConfusionCounts.of(yTrue, yPred, { betas: [2] });
    expect(counts.fbeta(2, "samples")).toBeCloseTo((1 / 2 + 1) / 3, 12);
    expect(counts.fbeta(1, "samples")).toBe(counts.f1("samples"));
    expect(() => counts.fbeta(3, "samples")).toThrow(
      "construct every ConfusionCounts with { betas: [3] }",
    );
    expect(counts.fbeta(3, "micro")).toBeCloseTo((10 * 2) / (10 * 2 + 9 * 3 + 1), 12);
  });

  it("refuses to merge counts with other betas, whichever has more, and counts nothing then", () => {
    const [few, more] = [[], [2]].map((betas) => ConfusionCounts.of(yTrue, yPred, { betas })) as [
      ConfusionCounts,
      ConfusionCounts,
    ];
    expect(() => more.merge(few)).toThrow("β = 2");
    expect(() => few.merge(more)).toThrow("β = 2");
    expect([few.examples, more.examples]).toEqual([3, 3]);
  });

  it("averages by macro unless told otherwise, as the functions do", () => {
    const counts = ConfusionCounts.of(yTrue, yPred);
    expect(counts.f1()).toBe(counts.f1("macro"));
    expect(counts.fbeta(2)).toBe(counts.fbeta(2, "macro"));
    expect(counts.precision()).toBe(counts.precision("macro"));
    expect(counts.recall()).toBe(counts.recall("macro"));
    expect(counts.jaccard()).toBe(counts.jaccard("macro"));
    expect(counts.matthewsCorrcoef()).toBe(counts.matthewsCorrcoef("macro"));
  });

  it("merges with itself", () => {
    const counts = ConfusionCounts.of(yTrue, yPred);
    const before = counts.report();
    expect(counts.merge(counts).examples).toBe(6);
    expectClose(counts.report(), before);
  });

  it("takes arrays of arrays", () => {
    const counts = new ConfusionCounts(2).update(
      [
        [1, 0],
        [true, false],
      ],
      [
        [1, 1],
        [false, false],
      ],
    );
    expect(counts.perClass()).toEqual([
      { tp: 1, fp: 0, fn: 1, tn: 0 },
      { tp: 0, fp: 1, fn: 0, tn: 1 },
    ]);
  });

  it("counts predicted labels per example", () => {
    expect(ConfusionCounts.of(yTrue, yPred).labelsPerExample()).toBe(1);
  });

  it("scores any number of updates as it scores all examples at once", () => {
    fc.assert(
      fc.property(labelPairs, fc.nat(12), ({ yTrue, yPred }, cut) => {
        const parts = [range(yTrue.rows).slice(0, cut), range(yTrue.rows).slice(cut)];
        const counts = new ConfusionCounts(yTrue.cols, { betas });
        for (const rows of parts) counts.update(select(yTrue, rows), select(yPred, rows));
        const whole = ConfusionCounts.of(yTrue, yPred, { betas });
        expect(counts.perClass()).toEqual(whole.perClass());
        expectClose(figures(counts), figures(whole));
      }),
    );
  });

  it("merges into the counts of all examples", () => {
    fc.assert(
      fc.property(labelPairs, fc.nat(12), ({ yTrue, yPred }, cut) => {
        const [first, second] = [range(yTrue.rows).slice(0, cut), range(yTrue.rows).slice(cut)].map(
          (rows) => ConfusionCounts.of(select(yTrue, rows), select(yPred, rows), { betas }),
        ) as [ConfusionCounts, ConfusionCounts];
        const before = second.perClass();
        const merged = first.merge(second);
        const whole = ConfusionCounts.of(yTrue, yPred, { betas });
        expect(merged.perClass()).toEqual(whole.perClass());
        expect(second.perClass()).toEqual(before);
        expectClose(figures(merged), figures(whole));
      }),
    );
  });

  it("goes through JSON without loss, so that parts counted apart merge as if counted here", () => {
    fc.assert(
      fc.property(labelPairs, fc.nat(12), ({ yTrue, yPred }, cut) => {
        const [first, second] = [range(yTrue.rows).slice(0, cut), range(yTrue.rows).slice(cut)].map(
          (rows) => ConfusionCounts.of(select(yTrue, rows), select(yPred, rows), { betas }),
        ) as [ConfusionCounts, ConfusionCounts];
        const json = JSON.stringify(second);
        const restored = [json, JSON.parse(json)].map((given) => ConfusionCounts.fromJson(given));
        expect(restored.map((counts) => JSON.stringify(counts))).toEqual([json, json]);
        const merged = restored.map((counts) =>
          JSON.stringify(ConfusionCounts.fromJson(JSON.stringify(first)).merge(counts)),
        );
        first.merge(second);
        expect(merged).toEqual([JSON.stringify(first), JSON.stringify(first)]);
        expect(figures(ConfusionCounts.fromJson(first.toJSON()))).toEqual(figures(first));
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

  it("to merge anything but a ConfusionCounts", () => {
    const counts = new ConfusionCounts(1);
    const merge = () => counts.merge(counts.toJSON() as unknown as ConfusionCounts);
    expect(merge).toThrow(TypeError);
    expect(merge).toThrow(/^merge takes a ConfusionCounts .*fromJson$/);
  });

  it("betas that are no list", () => {
    const betas = 2 as unknown as number[];
    expect(() => new ConfusionCounts(2, { betas })).toThrow(
      "betas is 2; expected an array of numbers",
    );
  });

  it("a score of no examples", () => {
    expect(() => new ConfusionCounts(2).f1("micro")).toThrow("no example to score");
    expect(() => new ConfusionCounts(2).hammingLoss()).toThrow("no example to score");
  });

  const json = ConfusionCounts.of(labels([1, 0], [1, 1]), labels([1, 0], [0, 1])).toJSON();

  it.each<[object, string]>([
    [{ classes: undefined }, "classes is undefined; expected a positive integer"],
    [{ classes: 3 }, "tp has 2 entries; expected 3 numbers"],
    [{ examples: -1 }, "examples is -1; expected an integer ≥ 0"],
    [{ examples: "2" }, 'examples is "2"'],
    [{ exactMatches: 3 }, "exactMatches is 3; expected 1, as the other fields imply"],
    [{ exactMatches: 2 }, "exactMatches is 2; expected 1"],
    [{ rightCounts: 0 }, "rightCounts is 0; expected 1"],
    [{ rightCounts: 2 }, "rightCounts is 2; expected 1"],
    [{ countError: 9 }, "countError is 9; expected 1"],
    [
      { precision: { sum: 100, undefined: 0 } },
      "precision.sum is 100; expected a number from 0 to 2",
    ],
    [{ precision: { sum: 2, undefined: 1 } }, "precision.sum is 2; expected a number from 0 to 1"],
    [{ rightCounts: null }, "rightCounts is null"],
    [{ countError: 0.5 }, "countError is 0.5"],
    [{ actual: [2, 1.5] }, "actual[1] is 1.5"],
    [{ predicted: [3, 0] }, "predicted[0] is 3; expected an integer from 0 to 2"],
    [{ predicted: {} }, "predicted is {}; expected an array of 2 numbers"],
    [{ tp: [2, 1] }, "tp[0] is 2; expected 1 to 1, as actual[0], predicted[0] and examples imply"],
    [{ precision: 1 }, "precision is 1; expected an object"],
    [{ recall: { sum: -1, undefined: 0 } }, "recall.sum is -1; expected a number from 0 to 2"],
    [{ jaccard: { sum: 1, undefined: 3 } }, "jaccard.undefined is 3"],
    [{ fbeta: [] }, "fbeta is []; expected sums for different β, the first for β = 1"],
    [{ fbeta: [...json.fbeta, ...json.fbeta] }, "expected sums for different β"],
    [{ fbeta: [{ beta: 1, undefined: 0 }] }, "fbeta[0].sum is undefined"],
    [{ fbeta: [...json.fbeta, { beta: -1 }] }, "fbeta[1].beta is -1"],
  ])("JSON with %j, naming the field", (wrong, message) => {
    expect(() => ConfusionCounts.fromJson({ ...json, ...wrong })).toThrow(message);
  });

  it("what is no JSON object", () => {
    expect(() => ConfusionCounts.fromJson("{oops")).toThrow(
      new SyntaxError('the JSON of ConfusionCounts is "{oops", which is no JSON'),
    );
    expect(() => ConfusionCounts.fromJson([])).toThrow("is []; expected an object");
    expect(() => ConfusionCounts.fromJson("null")).toThrow(
      "the JSON of ConfusionCounts is null; expected an object",
    );
  });

  it.each([0, -1, 1.5, Number.NaN])("%d classes", (classes) => {
    expect(() => new ConfusionCounts(classes)).toThrow(RangeError);
  });
});
