import type { DecisionRule, LabelMatrix, ScoreMatrix } from "@sigf1/metrics";
import { describe, expect, it } from "vitest";
import { crossFit } from "./crossFit.js";

/** Remembers the labels that it was fitted on, and decides a label wherever its score was among them. */
const rote: DecisionRule = {
  name: "rote",
  fit(scores: ScoreMatrix) {
    const seen = new Set(scores.data);
    return {
      rule: "rote",
      decide: ({ rows, cols, data }: ScoreMatrix) => ({
        rows,
        cols,
        data: Uint8Array.from(data, (s) => +seen.has(s)),
      }),
    };
  },
};

const labels = (rows: number): LabelMatrix => ({ rows, cols: 1, data: new Uint8Array(rows) });

describe("crossFit", () => {
  it("decides no example by a rule that was fitted on it", () => {
    const scores = { rows: 12, cols: 1, data: Float32Array.from({ length: 12 }, (_, i) => i / 12) };
    expect([...crossFit(rote, { scores, labels: labels(12) }).data]).toEqual(Array(12).fill(0));
  });

  it("keeps the order of the examples", () => {
    const pass: DecisionRule = {
      name: "half",
      fit: () => ({
        rule: "half",
        decide: ({ rows, cols, data }: ScoreMatrix) => ({
          rows,
          cols,
          data: Uint8Array.from(data, (s) => +(s >= 0.5)),
        }),
      }),
    };
    const data = Float32Array.of(1, 0, 0, 1, 1, 0, 1);
    const decided = crossFit(pass, { scores: { rows: 7, cols: 1, data }, labels: labels(7) });
    expect([...decided.data]).toEqual([...data]);
  });

  it("cuts given counts by the rows of their examples", () => {
    const rows = 11;
    const scores = { rows, cols: 1, data: Float32Array.from({ length: rows }, (_, i) => i / 16) };
    const counts = Uint32Array.from({ length: rows }, (_, i) => i);
    const own = (part: ScoreMatrix) => Array.from(part.data, (score) => score * 16);
    const shown: unknown[] = [];
    const rule: DecisionRule = {
      name: "pairs",
      fit(fitted, _labels, given) {
        shown.push(Array.from(given ?? []), own(fitted as ScoreMatrix));
        return {
          rule: "pairs",
          decide(asked, estimates) {
            shown.push(Array.from(estimates ?? []), own(asked as ScoreMatrix));
            return labels((asked as ScoreMatrix).rows);
          },
        };
      },
    };
    crossFit(rule, { scores, labels: labels(rows), counts });
    expect(shown).toHaveLength(20);
    for (let i = 0; i < shown.length; i += 2) expect(shown[i]).toEqual(shown[i + 1]);
  });

  it("refuses a single example", () => {
    const scores = { rows: 1, cols: 1, data: Float32Array.of(1) };
    expect(() => crossFit(rote, { scores, labels: labels(1) })).toThrow(RangeError);
  });
});
