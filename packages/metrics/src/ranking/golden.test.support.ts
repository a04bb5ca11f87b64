import { expect } from "vitest";
import golden from "../../golden/ranking.json" with { type: "json" };
import type { LabelMatrix, ScoreMatrix } from "../Matrix.js";
import { labels, scores } from "../matrices.test.support.js";

export const { edges, bins } = golden;

/** The labels and scores of a random case, drawn as `random_case` in golden/generate_ranking.py does. */
export function randomCase(seed: number): { yTrue: LabelMatrix; yScore: ScoreMatrix } {
  let state = seed;
  const word = () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state >>> 16;
  };
  const [rows, cols] = [1 + (word() % 12), 2 + (word() % 7)];
  const density = [1, 3, 6, 9][word() % 4] as number;
  const levels = [1, 4, 16, 65536][word() % 4] as number;
  const logits = word() % 2 === 1;
  const yTrue = { rows, cols, data: new Uint8Array(rows * cols) };
  const yScore = { rows, cols, data: new Float32Array(rows * cols) };
  for (let k = 0; k < rows * cols; k++) {
    yTrue.data[k] = Number(word() % 10 < density);
    const share = (word() % levels) / levels;
    yScore.data[k] = logits ? 8 * share - 4 : share;
  }
  return { yTrue, yScore };
}

/**
 * Expects a score to equal scikit-learn's of that key in every case that has it. Where it is null, scikit-learn raises, and
 * a RangeError is expected, or with `skip` nothing.
 * @returns the number of cases compared
 */
export function expectGolden(
  key: string,
  score: (yTrue: LabelMatrix, yScore: ScoreMatrix) => number,
  whereNull: "throws" | "skip" = "throws",
): number {
  let compared = 0;
  const compare = (name: string, value: number | null | undefined, run: () => number) => {
    if (value === undefined || (value === null && whereNull === "skip")) return;
    if (value === null) expect(run, name).toThrow(RangeError);
    else expect(Math.abs(run() - value), name).toBeLessThan(1e-9);
    compared++;
  };
  for (const edge of edges) {
    const value = (edge.scores as Record<string, number | null>)[key];
    compare(edge.name, value, () => score(labels(...edge.yTrue), scores(...edge.yScore)));
  }
  const column = golden.keys.indexOf(key);
  golden.random.forEach((values, i) => {
    const { yTrue, yScore } = randomCase(i + 1);
    compare(`seed ${i + 1}`, values[column], () => score(yTrue, yScore));
  });
  return compared;
}
