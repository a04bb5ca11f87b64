import { describe, expect, it } from "vitest";
import { recordingRule } from "../testing/recordingRule.test.fixture.js";
import { evaluate } from "./evaluate.js";
import type { ScoredPart } from "./ScoredPart.js";

/** One class; every score is different, and differs from those of a part with another `from`. */
function part(from: number, labels: readonly number[]): ScoredPart {
  const rows = labels.length;
  return {
    scores: { rows, cols: 1, data: Float32Array.from(labels, (_, i) => from + i / 64) },
    labels: { rows, cols: 1, data: Uint8Array.from(labels) },
  };
}
const validation = part(0, [1, 0, 1, 1, 0, 1, 0, 0, 1, 1]);
const test = part(0.5, [0, 1, 1, 0, 1, 1, 1]);

describe("evaluate", () => {
  it("fits a rule on validation labels only, and never on an example that it decides", () => {
    const rule = recordingRule();
    evaluate({ loss: "l", seed: 3 }, validation, test, [rule]);
    expect(rule.fitted).toContainEqual(validation);
    const ofValidation = new Set(validation.scores.data);
    rule.fitted.forEach(({ scores }, i) => {
      expect([...scores.data].every((score) => ofValidation.has(score))).toBe(true);
      const seen = new Set(scores.data);
      expect([...(rule.decided[i]?.data ?? [])].some((score) => seen.has(score))).toBe(false);
    });
  });

  it("scores the test part in `metrics` and the cross-fitted validation part in `validation`", () => {
    const rule = recordingRule();
    const { rows } = evaluate({ loss: "l", seed: 3 }, validation, test, [rule]);
    const [row] = rows;
    expect(row).toMatchObject({ loss: "l", seed: 3, decision: "rote" });
    expect(rule.decided).toContainEqual(test.scores);
    // A rote rule decides nothing for examples that it has not seen: every positive is missed.
    expect(row?.metrics).toMatchObject({ microF1: 0, labelsPerExample: 0 });
    expect(row?.metrics.accuracy).toBeCloseTo(2 / 7, 12);
    expect(row?.validation).toMatchObject({ microF1: 0, labelsPerExample: 0 });
    expect(row?.validation.accuracy).toBeCloseTo(4 / 10, 12);
  });

  it("gives F1 of the test part at each threshold", () => {
    const scored = {
      scores: { rows: 3, cols: 1, data: Float32Array.of(0.1, 0.6, 0.9) },
      labels: { rows: 3, cols: 1, data: Uint8Array.of(0, 0, 1) },
    };
    const { thresholds, microF1 } = evaluate({ loss: "l", seed: 3 }, validation, scored, []).curve;
    expect(thresholds).toHaveLength(49);
    // One of two predicted is right at .3, the only one at .7.
    expect(microF1[thresholds.indexOf(0.3)]).toBeCloseTo(2 / 3, 12);
    expect(microF1[thresholds.indexOf(0.7)]).toBe(1);
  });

  it("describes what each rule decides on the test part", () => {
    const { figures } = evaluate({ loss: "l", seed: 3 }, validation, test, [recordingRule()]);
    // Five of seven have the label, none is predicted.
    expect(figures.decisions.rote?.labelCounts).toEqual([
      [0, 0, 2],
      [1, 0, 5],
    ]);
  });
});
