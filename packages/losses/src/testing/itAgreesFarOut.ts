import { it } from "vitest";
import type { MultilabelLoss } from "../MultilabelLoss.js";
import { centralDifferences } from "./centralDifferences.js";
import { evaluate } from "./evaluate.js";
import { expectClose } from "./expectClose.js";
import type { Reference } from "./Rows.js";

// No two of a row or column differ by a hinge's margin, where central differences would fail.
const LOGITS = [
  [30, -60.5, 31.25],
  [-29.5, 60, -30.75],
  [-61.5, -33.75, 59.25],
  [63.25, 35.5, -62.75],
];

/** A loss agrees with its formula in double precision at |z| of about 30 and 60, too, where sigmoids are at their ends. */
export function itAgreesFarOut(
  title: string,
  make: () => MultilabelLoss,
  reference: Reference,
  classes = 3,
): void {
  it.each([
    ["all labels 0", () => 0],
    ["all labels 1", () => 1],
    ["both labels", (i: number, j: number) => (i + j) % 2],
    ["both labels, the other way round", (i: number, j: number) => (i + j + 1) % 2],
    ["labels between 0 and 1", (i: number, j: number) => ((i + 2 * j) % 5) / 4],
  ])(`${title}: value and gradient agree with the formula at z = ±30 and ±60, %s`, (_, label) => {
    const logits = LOGITS.map((row) => row.slice(0, classes));
    const batch = { logits, labels: logits.map((row, i) => row.map((_, j) => label(i, j))) };
    const { value, gradient } = evaluate(make(), batch);
    expectClose([value], [reference(batch.labels, logits)]);
    expectClose(gradient, centralDifferences(reference, batch), 1e-4);
  });
}
