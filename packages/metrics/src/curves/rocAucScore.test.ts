import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { averages } from "../confusion/Average.js";
import { labels, scoredLabels, scores } from "../matrices.test.support.js";
import { edges, expectGolden } from "../ranking/golden.test.support.js";
import { rocAucScore } from "./rocAucScore.js";

const skip = { whenUndefined: "skip" } as const;

describe("rocAucScore", () => {
  it.each(averages)("equals scikit-learn with %s, and throws where it raises", (average) => {
    const compared = expectGolden(`rocAuc ${average}`, (yTrue, yScore) =>
      rocAucScore(yTrue, yScore, { average }),
    );
    expect(compared).toBe(edges.length + 500);
  });

  it("equals scikit-learn class by class, skipped ones being NaN", () => {
    for (const { name, yTrue, yScore, rocAucs } of edges) {
      const values = rocAucScore(yTrue, yScore, { average: "none", ...skip });
      expect(values, name).toHaveLength(rocAucs.length);
      values.forEach((value, j) => {
        const expected = rocAucs[j] ?? null;
        if (expected === null) expect(value, name).toBeNaN();
        else expect(value, name).toBeCloseTo(expected, 9);
      });
    }
  });

  it("counts pairs, ties as half, whatever the number of scores", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: -300, max: 300 })), {
          minLength: 2,
          maxLength: 2000,
          size: "max",
        }),
        (entries) => {
          const [positives, negatives] = [1, 0].map((kind) =>
            entries.filter(([label]) => label === kind).map(([, score]) => score / 8),
          ) as [number[], number[]];
          fc.pre(positives.length > 0 && negatives.length > 0);
          let won = 0;
          for (const p of positives) {
            for (const n of negatives) won += p > n ? 1 : p === n ? 0.5 : 0;
          }
          const auc = rocAucScore(
            entries.map(([label]) => [label]),
            entries.map(([, score]) => [score / 8]),
          );
          expect(auc).toBe(won / (positives.length * negatives.length));
        },
      ),
      { numRuns: 30 },
    );
  });

  it("keeps its value under a rising map of the scores, and falls to 1 − it when they are turned round", () => {
    fc.assert(
      fc.property(scoredLabels, ({ yTrue, yScore }) => {
        const map = (f: (score: number) => number) => ({ ...yScore, data: yScore.data.map(f) });
        const options = { average: "none", ...skip } as const;
        const values = rocAucScore(yTrue, yScore, options);
        expect(
          rocAucScore(
            yTrue,
            map((s) => 100 * s ** 3 - 50),
            options,
          ),
        ).toEqual(values);
        rocAucScore(
          yTrue,
          map((s) => -s),
          options,
        ).forEach((turned, j) => {
          const value = values[j] ?? 0;
          if (Number.isNaN(value)) expect(turned).toBeNaN();
          else expect(turned).toBeCloseTo(1 - value, 12);
        });
      }),
    );
  });

  it("leaves skipped classes out of the macro and the weighted mean", () => {
    // Class 0: 1 of 2 pairs right; class 1 has no true label; class 2: tied, ½, twice the weight.
    const yTrue = labels([1, 0, 1], [0, 0, 1], [0, 0, 0]);
    const yScore = scores([0.5, 0.1, 0.5], [0.25, 0.1, 0.5], [0.75, 0.1, 0.5]);
    expect(rocAucScore(yTrue, yScore, skip)).toBeCloseTo(0.5, 12);
    const better = scores([0.5, 0.1, 0.5], [0.25, 0.1, 0.5], [0.125, 0.1, 0.5]);
    expect(rocAucScore(yTrue, better, skip)).toBeCloseTo((1 + 0.5) / 2, 12);
    expect(rocAucScore(yTrue, better, { average: "weighted", ...skip })).toBeCloseTo(2 / 3, 12);
  });

  it("names the classes, examples or entries that have only one kind of label", () => {
    const yTrue = labels([1, 0, 1], [0, 0, 1]);
    const yScore = scores([0.5, 0.1, 0.5], [0.25, 0.1, 0.5]);
    expect(() => rocAucScore(yTrue, yScore)).toThrow(
      'ROC-AUC needs true and false labels, and yTrue lacks one kind in class 1 (no true label), class 2 (no false label); remove them, or leave them out with whenUndefined: "skip"',
    );
    expect(() =>
      rocAucScore(labels([1, 1], [0, 1]), scores([0, 0], [0, 0]), { average: "samples" }),
    ).toThrow("example 0 (no false label);");
    expect(() => rocAucScore([[0]], [[1]], { average: "micro", ...skip })).toThrow(
      "all entries (no true label); there is nothing to score",
    );
    const wide = [Array.from({ length: 13 }, () => 1)];
    expect(() => rocAucScore(wide, wide, skip)).toThrow("class 9 (no false label) and 3 more;");
  });

  it("refuses other averages, other modes, no example and a score that is not finite", () => {
    expect(() => rocAucScore([[1]], [[1]], { average: "mean" as "macro" })).toThrow(
      'average is "mean"; expected one of',
    );
    expect(() => rocAucScore([[1]], [[1]], { whenUndefined: "drop" as "skip" })).toThrow(
      'whenUndefined is "drop"; expected one of error, skip',
    );
    const empty = { rows: 0, cols: 1 };
    expect(() =>
      rocAucScore({ ...empty, data: new Uint8Array() }, { ...empty, data: new Float32Array() }),
    ).toThrow("no example to score");
    expect(() => rocAucScore([[1, 0]], [[1, Number.POSITIVE_INFINITY]])).toThrow(
      "yScore is Infinity at row 0, column 1; expected a finite number",
    );
    expect(() => rocAucScore([[1, 0]], [[1], [0]])).toThrow("yTrue is 1 × 2 but yScore is 2 × 1");
  });

  it("is a number, with none an array", () => {
    const [yTrue, yScore] = [
      [[1], [0]],
      [[1], [0]],
    ];
    expectTypeOf(rocAucScore(yTrue, yScore)).toEqualTypeOf<number>();
    expectTypeOf(rocAucScore(yTrue, yScore, skip)).toEqualTypeOf<number>();
    expectTypeOf(rocAucScore(yTrue, yScore, { average: "none" })).toEqualTypeOf<number[]>();
  });
});
