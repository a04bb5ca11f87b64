import { expect, it } from "vitest";
import type { MultilabelLoss } from "../MultilabelLoss.js";
import { evaluate } from "./evaluate.js";

const EXTREMES = [
  [-1e4, 1e4],
  [1e4, -1e4],
  [-100, 100],
  [0, -1e4],
];

/** Finite value and gradient wherever |z| ≤ 10⁴, for labels of one kind only, one example, and one class unless it has more. */
export function itSurvivesExtremes(
  title: string,
  make: () => MultilabelLoss,
  classes?: number,
): void {
  const logits = EXTREMES.map((row) =>
    Array.from({ length: classes ?? 2 }, (_, j) => row[j % 2] ?? Number.NaN),
  );
  const labelings = {
    "all labels 0": logits.map((row) => row.map(() => 0)),
    "all labels 1": logits.map((row) => row.map(() => 1)),
    "both labels": logits.map((row) => row.map((_, j) => j % 2)),
  };
  for (const [labeling, labels] of Object.entries(labelings)) {
    it(`${title}: value and gradient are finite at z = ±1e4, ${labeling}`, () => {
      const column = (rows: number[][]) => rows.map((row) => row.slice(0, 1));
      for (const batch of [
        { labels, logits },
        ...(classes === undefined ? [{ labels: column(labels), logits: column(logits) }] : []),
        ...labels.map((row, i) => ({ labels: [row], logits: logits.slice(i, i + 1) })),
      ]) {
        const { value, gradient } = evaluate(make(), batch);
        expect([value, ...gradient].filter((x) => !Number.isFinite(x))).toEqual([]);
      }
    });
  }
}
