import { decisionByName, f1Score } from "@sigf1/metrics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelMatrices, labels } from "../labels.test.support.js";
import { allPositive } from "./allPositive.js";

describe("allPositive", () => {
  it("scores 1 everywhere", async () => {
    const scores = await (await allPositive().fit({ rows: 1 }, labels([0, 1, 0]))).scores({
      rows: 2,
    });
    expect(scores).toEqual({ rows: 2, cols: 3, data: Float32Array.of(1, 1, 1, 1, 1, 1) });
  });

  it.each(["threshold-0.5", "tuned-global"])(
    "has micro F1 2d/(1 + d) at label density d under %s",
    async (rule) => {
      await fc.assert(
        fc.asyncProperty(
          labelMatrices.filter(({ data }) => data.includes(1)),
          async (truth) => {
            const scores = await (await allPositive().fit(truth, truth)).scores({
              rows: truth.rows,
            });
            const decided = decisionByName(rule).fit(scores, truth).decide(scores);
            const density = truth.data.reduce((sum, label) => sum + label, 0) / truth.data.length;
            const f1 = f1Score(truth, decided, { average: "micro" });
            expect(f1).toBeCloseTo((2 * density) / (1 + density), 12);
          },
        ),
      );
    },
  );
});
