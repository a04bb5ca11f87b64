import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labels, scoredLabels, scores } from "../matrices.test.support.js";
import { column } from "./column.js";
import { prevalenceMatching } from "./prevalenceMatching.js";

const sum = (data: Uint8Array) => data.reduce((total, entry) => total + entry, 0);

describe("prevalenceMatching", () => {
  it("predicts as many examples as are positive where scores differ", () => {
    const distinct = fc
      .uniqueArray(fc.integer({ min: 0, max: 64 }), { minLength: 1, maxLength: 30 })
      .chain((steps) =>
        fc.record({
          score: fc.constant(steps.map((step) => [step / 64])),
          truth: fc.array(
            fc.constantFrom(0, 1).map((label) => [label]),
            { minLength: steps.length, maxLength: steps.length },
          ),
        }),
      );
    fc.assert(
      fc.property(distinct, ({ score, truth }) => {
        const decided = prevalenceMatching().fit(score, truth).decide(score);
        expect(sum(decided.data)).toBe(sum(labels(...truth).data));
      }),
    );
  });

  it("comes as near to the prevalence as any threshold where scores are equal, from below if it can choose", () => {
    fc.assert(
      fc.property(scoredLabels, ({ yTrue, yScore }) => {
        const decided = prevalenceMatching().fit(yScore, yTrue).decide(yScore);
        for (let j = 0; j < yTrue.cols; j++) {
          const score = column(yScore, j).data;
          const positives = sum(column(yTrue, j).data);
          const reachable = [2, ...score].map((t) => score.filter((s) => s >= t).length);
          const nearest = reachable.reduce((best, n) => {
            const [d, e] = [Math.abs(n - positives), Math.abs(best - positives)];
            return d < e || (d === e && n < best) ? n : best;
          });
          expect(sum(column(decided, j).data)).toBe(nearest);
        }
      }),
    );
  });

  it("parts neighbouring scores midway, the lowest from 0 and the highest from 1", () => {
    const decision = prevalenceMatching().fit(
      scores([0.5, 0.5, 0.5], [0.25, 0.25, 0.25]),
      labels([0, 1, 1], [0, 0, 1]),
    );
    expect(JSON.parse(JSON.stringify(decision))).toEqual({
      rule: "prevalence-matching",
      threshold: [0.75, 0.375, 0.125],
    });
  });

  it("predicts a class without positives for no score, a class of positives alone also for 0", () => {
    const decision = prevalenceMatching().fit(scores([1, 0], [0.5, 0]), labels([0, 1], [0, 1]));
    expect(decision.decide(scores([1, 0]))).toEqual(labels([0, 1]));
  });
});
