import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import type { MultilabelLoss } from "../MultilabelLoss.js";
import { descend } from "./descend.js";
import { type ClassSums, classSums } from "./overClasses.js";

/** Two classes over four groups of examples, which one-hot features tell apart, so that any constraint can be met. */
function groups(): [x: tf.Tensor2D, y: tf.Tensor2D] {
  const rows = Array.from({ length: 40 }, (_, i) => i);
  return [
    tf.tensor2d(rows.map((i) => [0, 1, 2, 3].map((group) => (i % 4 === group ? 1 : 0)))),
    tf.tensor2d(rows.map((i) => [i % 4 === 0 ? 1 : 0, i % 4 < 3 ? 1 : 0])),
  ];
}

/**
 * Trained with the weights by one step of gradient descent, each multiplier moves up where its constraint was
 * violated and down where it was met, and both happen.
 * @param violation of each multiplier, in the order of `variables[0]`, given the sums of each class
 */
export function itMovesMultipliers(
  make: () => MultilabelLoss,
  violations: (classes: readonly ClassSums[]) => number[],
): void {
  it("moves each λ up while its constraint is violated and down while it is met", () => {
    const loss = make();
    const [x, y] = groups();
    const labels = y.arraySync();
    const steps = descend(loss, x, y, tf.train.sgd(0.2), 100);
    const moves = { up: 0, down: 0 };
    steps.slice(0, -1).forEach(({ logits, variables: [before = []] }, i) => {
      const rows = labels.map((row, k) =>
        row.map((_, j) => logits[k * row.length + j] ?? Number.NaN),
      );
      const after = steps[i + 1]?.variables[0] ?? [];
      violations(classSums(labels, rows)).forEach((violation, k) => {
        const [from = Number.NaN, to = Number.NaN] = [before[k], after[k]];
        if (from * to <= 0) return; // λ = |v| has been reflected at 0
        const moved = Math.abs(to) - Math.abs(from);
        if (Math.abs(violation) > 1e-3) expect(Math.sign(moved)).toBe(Math.sign(violation));
        if (moved > 0) moves.up++;
        if (moved < 0) moves.down++;
      });
    });
    expect(moves.up).toBeGreaterThan(5);
    expect(moves.down).toBeGreaterThan(5);
    loss.dispose?.();
    tf.dispose([x, y]);
  });
}
