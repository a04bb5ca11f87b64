import { decisionByName, decisionNames } from "@sigf1/metrics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelMatrices, labels } from "../labels.test.support.js";
import { prevalence } from "./prevalence.js";

describe("prevalence", () => {
  it("scores every example with the share of training examples that carry the class", async () => {
    const scores = await (
      await prevalence().fit({ rows: 4 }, labels([1, 0, 1], [1, 0, 0], [1, 0, 0], [1, 0, 0]))
    ).scores({ rows: 2 });
    expect(scores).toEqual({ rows: 2, cols: 3, data: Float32Array.of(1, 0, 0.25, 1, 0, 0.25) });
  });

  it("gives every example the same labels under every decision rule", async () => {
    await fc.assert(
      fc.asyncProperty(labelMatrices, fc.constantFrom(...decisionNames), async (truth, rule) => {
        const scores = await (await prevalence().fit(truth, truth)).scores({ rows: truth.rows });
        const { data, cols } = decisionByName(rule).fit(scores, truth).decide(scores);
        data.forEach((label, k) => {
          expect(label).toBe(data[k % cols]);
        });
      }),
    );
  });

  it("refuses training labels without an example", async () => {
    await expect(
      prevalence().fit({ rows: 0 }, { rows: 0, cols: 2, data: new Uint8Array() }),
    ).rejects.toThrow("no training example");
  });
});
