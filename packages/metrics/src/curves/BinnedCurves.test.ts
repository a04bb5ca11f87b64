import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brierScore } from "../calibrationError/brierScore.js";
import { expectedCalibrationError } from "../calibrationError/expectedCalibrationError.js";
import { reliabilityBins } from "../calibrationError/reliabilityBins.js";
import type { LabelMatrix, ScoreMatrix } from "../Matrix.js";
import { labels, scores, select } from "../matrices.test.support.js";
import { averagePrecisionScore } from "./averagePrecisionScore.js";
import { BinnedCurves } from "./BinnedCurves.js";
import { rocAucScore } from "./rocAucScore.js";

const averages = ["macro", "micro", "weighted"] as const;
const range = (n: number) => Array.from({ length: n }, (_, i) => i);

/** Labels beside scores, of few or many values, in [0, 1]. */
const probabilities = fc
  .record({
    rows: fc.integer({ min: 1, max: 30 }),
    cols: fc.integer({ min: 1, max: 4 }),
    levels: fc.constantFrom(2, 15, 960, 4096),
  })
  .chain(({ rows, cols, levels }) => {
    const size = { minLength: rows * cols, maxLength: rows * cols };
    return fc.record({
      yTrue: fc
        .array(fc.constantFrom(0, 1), size)
        .map((data): LabelMatrix => ({ rows, cols, data: Uint8Array.from(data) })),
      yScore: fc
        .array(fc.integer({ min: 0, max: levels }), size)
        .map(
          (data): ScoreMatrix => ({ rows, cols, data: Float32Array.from(data, (s) => s / levels) }),
        ),
    });
  });

describe("BinnedCurves", () => {
  it("is within its bound of the exact ROC-AUC and average precision, for any number of bins", () => {
    fc.assert(
      fc.property(probabilities, fc.constantFrom(1, 2, 7, 960), ({ yTrue, yScore }, bins) => {
        const curves = BinnedCurves.of(yTrue, yScore, { bins });
        for (const average of averages) {
          const exact = averagePrecisionScore(yTrue, yScore, { average });
          const distance = Math.abs(curves.averagePrecision(average) - exact);
          expect(distance).toBeLessThanOrEqual(curves.averagePrecisionBound(average) + 1e-12);
        }
        const exact = rocAucScore(yTrue, yScore, { average: "none", whenUndefined: "skip" });
        const binned = curves.rocAuc("none", "skip");
        const bounds = curves.rocAucBound("none", "skip");
        exact.forEach((value, j) => {
          const [score, bound] = [binned[j] ?? 0, bounds[j] ?? 0];
          expect(Number.isNaN(score)).toBe(Number.isNaN(value));
          if (!Number.isNaN(value))
            expect(Math.abs(score - value)).toBeLessThanOrEqual(bound + 1e-12);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("has bounds that are reached: one bin, all true labels above or below all false ones", () => {
    const yTrue = labels([1], [1], [0], [0]);
    const curves = BinnedCurves.of(yTrue, scores([0.9], [0.8], [0.2], [0.1]), { bins: 1 });
    expect([curves.rocAuc(), curves.rocAucBound()]).toEqual([0.5, 0.5]);
    // Binned ½. At best 1. At worst 1/3 and 2/4 by rank, for which the integral gives 2 − 2·ln 2.
    expect(curves.averagePrecision()).toBe(0.5);
    expect(curves.averagePrecisionBound()).toBe(0.5);
  });

  it("is exact, with bound 0, when every bin holds one kind of label", () => {
    const yTrue = labels([1], [0], [1], [0]);
    const yScore = scores([0.9], [0.6], [0.4], [0.1]);
    const curves = BinnedCurves.of(yTrue, yScore, { bins: 4 });
    expect(curves.rocAucBound()).toBe(0);
    expect(curves.rocAuc()).toBe(rocAucScore(yTrue, yScore));
    expect(curves.averagePrecision()).toBeCloseTo(averagePrecisionScore(yTrue, yScore), 12);
  });

  it("narrows its bounds as bins are added", () => {
    const rows = 2000;
    const yTrue = { rows, cols: 1, data: Uint8Array.from(range(rows), (i) => Number(i % 7 === 0)) };
    const yScore = {
      rows,
      cols: 1,
      data: Float32Array.from(range(rows), (i) => ((i * 0.618034) % 0.8) + (i % 7 === 0 ? 0.2 : 0)),
    };
    const coarse = BinnedCurves.of(yTrue, yScore, { bins: 60 });
    const fine = BinnedCurves.of(yTrue, yScore);
    expect(fine.rocAucBound()).toBeLessThan(coarse.rocAucBound() / 8);
    expect(fine.averagePrecisionBound()).toBeLessThan(coarse.averagePrecisionBound() / 8);
    expect(fine.rocAucBound()).toBeLessThan(1e-3);
    expect(fine.averagePrecisionBound()).toBeLessThan(5e-3);
  });

  it("merges and updates into the scores of all examples at once", () => {
    fc.assert(
      fc.property(probabilities, fc.nat(30), ({ yTrue, yScore }, cut) => {
        const parts = [range(yTrue.rows).slice(0, cut), range(yTrue.rows).slice(cut)];
        const [first, second] = parts.map((rows) =>
          new BinnedCurves(yTrue.cols).update(select(yTrue, rows), select(yScore, rows)),
        ) as [BinnedCurves, BinnedCurves];
        const updated = new BinnedCurves(yTrue.cols);
        for (const rows of parts) updated.update(select(yTrue, rows), select(yScore, rows));
        const whole = BinnedCurves.of(yTrue, yScore);
        for (const curves of [first.merge(second), updated]) {
          expect(curves.examples).toBe(yTrue.rows);
          expect(curves.rocAuc("none", "skip")).toEqual(whole.rocAuc("none", "skip"));
          expect(curves.averagePrecision("none")).toEqual(whole.averagePrecision("none"));
          expect(curves.averagePrecision("micro")).toBe(whole.averagePrecision("micro"));
          expect(curves.brierScore()).toBeCloseTo(whole.brierScore(), 12);
          expect(curves.expectedCalibrationError()).toBeCloseTo(
            whole.expectedCalibrationError(),
            12,
          );
        }
      }),
    );
  });

  it("goes through JSON without loss, so that parts counted apart merge as if counted here", () => {
    fc.assert(
      fc.property(probabilities, fc.nat(30), fc.constantFrom(1, 15), (pair, cut, bins) => {
        const { yTrue, yScore } = pair;
        const options = { bins, range: [-1, 2.5] as const };
        const [first, second] = [range(yTrue.rows).slice(0, cut), range(yTrue.rows).slice(cut)].map(
          (rows) => BinnedCurves.of(select(yTrue, rows), select(yScore, rows), options),
        ) as [BinnedCurves, BinnedCurves];
        const json = JSON.stringify(second);
        const restored = [json, JSON.parse(json)].map((given) => BinnedCurves.fromJson(given));
        expect(restored.map((curves) => JSON.stringify(curves))).toEqual([json, json]);
        const merged = restored.map((curves) =>
          JSON.stringify(BinnedCurves.fromJson(JSON.stringify(first)).merge(curves)),
        );
        first.merge(second);
        expect(merged).toEqual([JSON.stringify(first), JSON.stringify(first)]);
        const whole = BinnedCurves.fromJson(first.toJSON());
        expect(whole.rocAuc("none", "skip")).toEqual(first.rocAuc("none", "skip"));
        expect([whole.classes, whole.bins, whole.range, whole.examples]).toEqual([
          yTrue.cols,
          bins,
          [-1, 2.5],
          yTrue.rows,
        ]);
      }),
    );
  });

  it("has the exact calibration error, reliability bins and Brier score", () => {
    fc.assert(
      fc.property(probabilities, fc.constantFrom(1, 10, 15, 960), ({ yTrue, yScore }, bins) => {
        const curves = BinnedCurves.of(yTrue, yScore);
        for (const average of ["macro", "micro"] as const) {
          expect(curves.expectedCalibrationError({ bins, average })).toBeCloseTo(
            expectedCalibrationError(yTrue, yScore, { bins, average }),
            12,
          );
        }
        const classIndex = yTrue.cols - 1;
        for (const options of [{ bins }, { bins, classIndex }]) {
          const [binned, exact] = [
            curves.reliabilityBins(options),
            reliabilityBins(yTrue, yScore, options),
          ];
          expect(binned.map(({ meanScore, ...bin }) => bin)).toEqual(
            exact.map(({ meanScore, ...bin }) => bin),
          );
          binned.forEach(({ meanScore }, b) => {
            expect(meanScore).toBeCloseTo(exact[b]?.meanScore ?? 0, 12);
          });
        }
        const [binned, exact] = [
          curves.brierScore("none"),
          brierScore(yTrue, yScore, { average: "none" }),
        ];
        exact.forEach((value, j) => {
          expect(binned[j]).toBeCloseTo(value, 12);
        });
      }),
    );
  });

  it("takes logits over a range of their own, those beyond it in the end bins and its bounds still true", () => {
    fc.assert(
      fc.property(probabilities, ({ yTrue, yScore }) => {
        const logits = { ...yScore, data: yScore.data.map((score) => 20 * score - 10) };
        const curves = BinnedCurves.of(yTrue, logits, { bins: 32, range: [-4, 4] });
        const exact = averagePrecisionScore(yTrue, logits);
        expect(Math.abs(curves.averagePrecision() - exact)).toBeLessThanOrEqual(
          curves.averagePrecisionBound() + 1e-12,
        );
        expect(() => curves.brierScore()).toThrow("the range is -4 to 4");
      }),
    );
  });
});

describe("BinnedCurves refuses", () => {
  const curves = BinnedCurves.of(labels([1, 0], [0, 0]), scores([0.5, 0.5], [0.25, 0.5]));

  it("other shapes, and histograms that do not fit", () => {
    expect(() => curves.update(labels([1]), scores([1]))).toThrow(
      "yTrue has 1 classes; this BinnedCurves has 2",
    );
    expect(() => curves.merge(new BinnedCurves(2, { bins: 4 }))).toThrow(
      "the other BinnedCurves has 4 bins from 0 to 1; this one has 960 bins from 0 to 1",
    );
    expect(() => curves.merge(new BinnedCurves(3))).toThrow("has 3 classes");
    expect(() => curves.merge(curves.toJSON() as unknown as BinnedCurves)).toThrow(
      "merge takes a BinnedCurves",
    );
  });

  it("a score outside [0, 1] in the default range, and counts nothing then", () => {
    expect(() => curves.update(labels([1, 0]), scores([0.5, 1.5]))).toThrow(
      "yScore is 1.5 at row 0, column 1",
    );
    expect(curves.examples).toBe(2);
  });

  const json = BinnedCurves.of(labels([1, 0]), scores([0.25, 0.75]), { bins: 2 }).toJSON();

  it.each<[object, string]>([
    [{ classes: null }, "classes is null; expected a positive integer"],
    [{ bins: 3 }, "positives has 4 entries; expected 6 numbers"],
    [{ range: [0] }, "range has 1 entries; expected 2 numbers"],
    [{ range: [1, 0] }, "range is 1 to 0; expected two finite numbers that rise"],
    [{ examples: 2 }, "examples is 2; expected 1, the positives and negatives of class 0"],
    [{ positives: undefined }, "positives is undefined; expected an array of 4 numbers"],
    [{ negatives: [0, 0, 0, -1] }, "negatives[3] is -1; expected an integer from 0 to 1"],
    [{ scores: [0.25, 0, 0, null] }, "scores[3] is null; expected a finite number"],
    [{ scores: [0.75, 0, 0, 0.75] }, "scores[0] is 0.75; expected a number from 0 to 0.5"],
    [{ scores: [0.25, 0.5, 0, 0.75] }, "scores[1] is 0.5; expected 0"],
    [{ squaredErrors: [0, -1] }, "squaredErrors[1] is -1; expected a finite number ≥ 0"],
  ])("JSON with %j, naming the field", (wrong, message) => {
    expect(() => BinnedCurves.fromJson({ ...json, ...wrong })).toThrow(message);
  });

  it("ROC-AUC of a class with one kind of label, the average over examples, and no example", () => {
    expect(() => curves.rocAuc()).toThrow("class 1 (no true label)");
    expect(curves.rocAuc("macro", "skip")).toBe(1);
    expect(() => curves.averagePrecision("samples" as "macro")).toThrow(
      'average is "samples"; expected one of micro, macro, weighted, none',
    );
    expect(() => new BinnedCurves(2).averagePrecision()).toThrow("no example to score");
    expect(() => new BinnedCurves(2).brierScore()).toThrow("no example to score");
  });

  it("numbers of classes and bins and ranges that are none", () => {
    expect(() => new BinnedCurves(0)).toThrow("classes is 0");
    expect(() => new BinnedCurves(1, { bins: 1.5 })).toThrow("bins is 1.5");
    expect(() => new BinnedCurves(1, { range: [1, 1] })).toThrow("range is 1 to 1");
    expect(() => curves.expectedCalibrationError({ bins: 7 })).toThrow(
      "bins is 7; expected a divisor of the 960 bins",
    );
    expect(() => curves.reliabilityBins({ classIndex: 2 })).toThrow("classIndex is 2");
  });
});
