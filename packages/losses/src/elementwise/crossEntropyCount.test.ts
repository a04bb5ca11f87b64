import { describe, it } from "vitest";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { itRejects } from "../testing/itRejects.js";
import { meanOverEntries } from "../testing/meanOverEntries.js";
import { quartersBatch } from "../testing/quartersBatch.js";
import type { Reference } from "../testing/Rows.js";
import { sigma } from "../testing/sigma.js";
import { binaryCrossEntropy } from "./binaryCrossEntropy.js";
import { crossEntropyCount } from "./crossEntropyCount.js";

const huber = (d: number) => (Math.abs(d) <= 1 ? (d * d) / 2 : Math.abs(d) - 1 / 2);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

const reference =
  (lambda: number, beta: readonly number[], eta: number | readonly number[]): Reference =>
  (labels, logits) => {
    const count = labels.map((row, i) => {
      const s = (logits[i] ?? []).map((z, j) =>
        sigma((beta[j] ?? 1) * (z + (typeof eta === "number" ? eta : (eta[j] ?? Number.NaN)))),
      );
      return huber(sum(s) - sum(row));
    });
    const crossEntropy = meanOverEntries(
      (y, z) => -y * Math.log(sigma(z)) - (1 - y) * Math.log(sigma(-z)),
    );
    return crossEntropy(labels, logits) + (lambda * sum(count)) / count.length;
  };

describeLoss("cross-entropy-count", {
  settings: [
    { title: "defaults", make: crossEntropyCount, reference: reference(0.1, [], 0) },
    {
      title: "lambda 2, eta 0.5",
      make: () => crossEntropyCount({ lambda: 2, eta: 0.5 }),
      reference: reference(2, [], 0.5),
    },
    {
      title: "one beta per class",
      classes: 3,
      make: () => crossEntropyCount({ lambda: 1, beta: [1, 2, 4] }),
      reference: reference(1, [1, 2, 4], 0),
    },
    {
      title: "one beta and eta per class",
      classes: 3,
      make: () => crossEntropyCount({ lambda: 1, beta: [1, 2, 4], eta: [0.5, -1, 0] }),
      reference: reference(1, [1, 2, 4], [0.5, -1, 0]),
    },
  ],
  // p = σ(z) = [[3/4, 1/2], [1/4, 3/4]]. Counts of the scores 5/4 and 1 against 1 label each:
  // d = [1/4, 0], huber = [1/32, 0]. ∂loss/∂z = (p − y)/4 + 0.1/2 · d · p(1 − p).
  byHand: {
    ...quartersBatch,
    value: (3 * Math.log(4 / 3) + Math.log(2)) / 4 + 0.1 / 64,
    gradient: [
      -1 / 16 + (0.1 / 2) * (1 / 4) * (3 / 16),
      1 / 8 + (0.1 / 2) * (1 / 4) * (1 / 4),
      1 / 16,
      -1 / 16,
    ],
  },
});

describe("crossEntropyCount", () => {
  it("grows by λ per example and excess label, beyond the first", () => {
    // four certain scores against one label: d = 3, huber₁ = 5/2
    const batch = { labels: [[1, 0, 0, 0]], logits: [[50, 50, 50, 50]] };
    const excess =
      evaluate(crossEntropyCount({ lambda: 2 }), batch).value -
      evaluate(binaryCrossEntropy(), batch).value;
    expectClose([excess], [5]);
  });

  it("is binaryCrossEntropy at lambda 0", () => {
    const batch = { labels: [[1, 0]], logits: [[0.5, 2]] };
    const expected = evaluate(binaryCrossEntropy(), batch);
    const { value, gradient } = evaluate(crossEntropyCount({ lambda: 0 }), batch);
    expectClose([value, ...gradient], [expected.value, ...expected.gradient]);
  });
});

describe("crossEntropyCount rejects", () => {
  itRejects(crossEntropyCount, [
    [
      { lambda: -0.1 },
      RangeError,
      'crossEntropyCount: option "lambda" must be a number of at least 0',
    ],
    [{ beta: -1 }, RangeError, 'option "beta" must be a number above 0'],
    [{ eta: "0" }, TypeError, 'option "eta"'],
    [{ on: "logits" }, TypeError, "known options: lambda, beta, eta"],
  ]);
});
