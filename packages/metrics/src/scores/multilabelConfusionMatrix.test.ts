import { describe, expect, it } from "vitest";
import golden from "../../golden/scores.json" with { type: "json" };
import { labels } from "../matrices.test.support.js";
import { multilabelConfusionMatrix } from "./multilabelConfusionMatrix.js";

describe("multilabelConfusionMatrix", () => {
  it.each(golden.cases)(
    "equals scikit-learn on $name",
    ({ rows, cols, yTrue, yPred, ...expected }) => {
      const truth = { rows, cols, data: Uint8Array.from(yTrue) };
      const decided = { rows, cols, data: Uint8Array.from(yPred) };
      const confusions = (samplewise: boolean) =>
        multilabelConfusionMatrix(truth, decided, { samplewise }).map(({ tp, fp, fn, tn }) => [
          tn,
          fp,
          fn,
          tp,
        ]);
      expect(confusions(false)).toEqual(expected.classConfusions);
      expect(confusions(true)).toEqual(expected.exampleConfusions);
    },
  );

  it("has one matrix per class, or one per example", () => {
    const [yTrue, yPred] = [[[1, 0, 1]], [[1, 1, 0]]];
    expect(multilabelConfusionMatrix(yTrue, yPred)).toEqual([
      { tp: 1, fp: 0, fn: 0, tn: 0 },
      { tp: 0, fp: 1, fn: 0, tn: 0 },
      { tp: 0, fp: 0, fn: 1, tn: 0 },
    ]);
    expect(multilabelConfusionMatrix(yTrue, yPred, { samplewise: true })).toEqual([
      { tp: 1, fp: 1, fn: 1, tn: 0 },
    ]);
  });

  it("refuses shapes that differ and entries that are no labels, samplewise too", () => {
    for (const samplewise of [false, true]) {
      expect(() =>
        multilabelConfusionMatrix(labels([1, 0]), labels([1], [0]), { samplewise }),
      ).toThrow("yTrue is 1 × 2 but yPred is 2 × 1");
      expect(() => multilabelConfusionMatrix(labels([1]), labels([2]), { samplewise })).toThrow(
        "yPred is 2 at row 0, column 0",
      );
    }
  });
});
