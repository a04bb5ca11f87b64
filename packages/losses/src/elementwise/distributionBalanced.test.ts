import * as tf from "@tensorflow/tfjs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batches } from "../testing/batches.js";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { itRejects } from "../testing/itRejects.js";
import type { Reference } from "../testing/Rows.js";
import { sigma } from "../testing/sigma.js";
import { tellingFrequencies } from "../testing/tellingFrequencies.js";
import { distributionBalanced } from "./distributionBalanced.js";
import { focal } from "./focal.js";

const ln3 = Math.log(3);
const training = { examples: 4, counts: [1, 3, 2, 4] };

const reference =
  (
    { examples, counts }: typeof training,
    { alpha = 0.1, beta = 10, mu = 0.2, lambda = 2, kappa = 0.05, gamma = 2, balance = 2 },
  ): Reference =>
  (labels, logits) => {
    const f = (x: number) => -(sigma(-x) ** gamma) * Math.log(sigma(x));
    const terms = labels.flatMap((row, i) => {
      const ofExample = row.reduce((a, y, j) => a + y / (counts[j] ?? Number.NaN), 0);
      return row.map((y, j) => {
        const n = counts[j] ?? Number.NaN;
        const w = alpha + sigma(beta * (1 / n / ofExample - mu));
        const shift = kappa * Math.log(n / Math.max(examples - n, 1));
        const x = (logits[i]?.[j] ?? Number.NaN) + shift;
        return balance * w * (y * f(x) + ((1 - y) * f(-lambda * x)) / lambda);
      });
    });
    return terms.reduce((a, t) => a + t, 0) / terms.length;
  };

const others = {
  alpha: 0,
  beta: 3,
  mu: 1,
  lambda: 5,
  kappa: 1,
  gamma: 0.5,
  balance: 1,
  examples: 50,
  counts: [7, 20, 1],
};
const w = (r: number) => 0.1 + sigma(10 * (r - 0.2));

describeLoss("distribution-balanced", {
  settings: [
    {
      title: "defaults, told the counts",
      make: () => tellingFrequencies(distributionBalanced(), training),
      reference: reference(training, {}),
      distinctClasses: true,
    },
    {
      title: "equal counts",
      make: () => tellingFrequencies(distributionBalanced(), { examples: 9, counts: [2, 2, 2, 2] }),
      reference: reference({ examples: 9, counts: [2, 2, 2, 2] }, {}),
    },
    {
      title: "every option",
      classes: 3,
      make: () => distributionBalanced(others),
      reference: reference(others, others),
    },
    {
      title: "sum",
      classes: 2,
      make: () => distributionBalanced({ examples: 9, counts: [4, 5], reduction: "sum" }),
      reference: (y, z) => reference({ examples: 9, counts: [4, 5] }, {})(y, z) * y.flat().length,
    },
  ],
  // Counts 1 and 3 of 4: the logits are shifted by κ·log(1/3) and κ·log 3, which those below undo, so that
  // x = [[ln 3, 0], [−ln 3 / 2, ln 3]]. r = [[1, 1/3], [3, 1]]. With σ(ln 3) = 3/4 the focal term is
  // f(ln 3) = (1/4)²·log(4/3), f(0) = (1/2)²·log 2; its slope −(1−σ)²(1 − σ − 2σ log σ). Negatives: f(−2x)/2,
  // slope −f'(−2x). All times balance · w / 4 = w/2.
  byHand: {
    labels: [
      [1, 0],
      [0, 1],
    ],
    logits: [
      [ln3 + 0.05 * ln3, -0.05 * ln3],
      [-ln3 / 2 + 0.05 * ln3, ln3 - 0.05 * ln3],
    ],
    value:
      (w(1) * (Math.log(4 / 3) / 16) +
        w(1 / 3) * (Math.log(2) / 8) +
        w(3) * (Math.log(4 / 3) / 32) +
        w(1) * (Math.log(4 / 3) / 16)) /
      2,
    gradient: [
      (w(1) / 2) * (-1 / 16) * (1 / 4 + (3 / 2) * Math.log(4 / 3)),
      (w(1 / 3) / 2) * (1 / 4) * (1 / 2 + Math.log(2)),
      (w(3) / 2) * (1 / 16) * (1 / 4 + (3 / 2) * Math.log(4 / 3)),
      (w(1) / 2) * (-1 / 16) * (1 / 4 + (3 / 2) * Math.log(4 / 3)),
    ],
  },
});

describe("distributionBalanced", () => {
  it("is focal without alpha where nothing is rebalanced, shifted or scaled", () => {
    const make = () =>
      tellingFrequencies(
        distributionBalanced({ alpha: 0, mu: -1e3, lambda: 1, kappa: 0, balance: 1 }),
        training,
      );
    fc.assert(
      fc.property(batches(), (batch) => {
        const { value, gradient } = evaluate(make(), batch);
        const expected = evaluate(focal({ alpha: null }), batch);
        expectClose([value, ...gradient], [expected.value, ...expected.gradient]);
      }),
      { seed: 1 },
    );
  });

  const elements = (
    labels: number[],
    counts: number[],
    options: Parameters<typeof distributionBalanced>[0] = {},
  ) =>
    tf.tidy(() => {
      const loss = distributionBalanced({ examples: 100, counts, kappa: 0, ...options });
      return [...loss.elements(tf.tensor2d([labels]), tf.zeros([1, labels.length])).dataSync()];
    });

  it("gives an example without a label the limit of the weights, 1 + α", () => {
    const term = (2 * 1.1 * (Math.log(2) / 4)) / 2;
    expectClose(elements([0, 0], [1, 30]), [term, term]);
    expectClose(elements([0, 0], [1, 1e9], { examples: 1e9 }), [term, term]);
  });

  it("weighs a frequent label that comes along with a rare one less than one that comes alone", () => {
    const [, alone = Number.NaN] = elements([0, 1], [1, 30]);
    const [, along = Number.NaN] = elements([1, 1], [1, 30]);
    expectClose(
      [alone, along],
      [1, 1 / 31].map((r) => (2 * w(r) * Math.log(2)) / 4),
    );
  });

  it("takes a count of 0 as 1, and that of a class in every example as if one lacked it", () => {
    const options = { kappa: 1 };
    expect(elements([1, 0], [0, 100], options)).toEqual(elements([1, 0], [1, 100], options));
    const x = Math.log(100);
    const [, term] = elements([1, 1], [0, 100], options);
    expectClose([term ?? Number.NaN], [-2 * w(1 / 101) * sigma(-x) ** 2 * Math.log(sigma(x))]);
  });

  it("does not shift its scores", () => {
    const loss = distributionBalanced({ examples: 100, counts: [1, 99], kappa: 1 });
    tf.tidy(() => {
      expectClose([...loss.scores(tf.tensor2d([[0, ln3]])).dataSync()], [1 / 2, 3 / 4]);
    });
  });

  it("without counts is a RangeError that says both ways to give them", () => {
    const call = () => tf.tidy(() => distributionBalanced()(tf.zeros([1, 2]), tf.zeros([1, 2])));
    expect(call).toThrow(RangeError);
    expect(call).toThrow(
      /^distribution-balanced: .*give `counts` and `examples`, or call onTrainBegin\(/,
    );
  });

  it("prefers the counts given to those told", () => {
    const batch = { labels: [[1, 0]], logits: [[0.3, -1]] };
    const given = { examples: 20, counts: [3, 9] };
    const expected = evaluate(distributionBalanced(given), batch);
    const loss = tellingFrequencies(distributionBalanced(given), training);
    expect(evaluate(loss, batch)).toEqual(expected);
  });

  it("what onTrainBegin tells is checked as the options are", () => {
    const loss = distributionBalanced();
    for (const [training, type, message] of [
      [
        { examples: 5, counts: [1, 6] },
        RangeError,
        'distribution-balanced: onTrainBegin: option "examples" must be no less than any count; received 5 and a count of 6',
      ],
      [{ examples: 5, counts: [1, -1] }, RangeError, 'onTrainBegin: option "counts"'],
      [{ examples: 5, counts: [1, Number.NaN] }, RangeError, "received [1, NaN]"],
      [{ examples: 5, counts: [] }, RangeError, "received []"],
      [{ examples: Number.POSITIVE_INFINITY, counts: [1] }, RangeError, "received Infinity"],
      [{ examples: 0, counts: [0] }, RangeError, "received 0"],
      [{ examples: 5, counts: 3 }, TypeError, "received 3"],
    ] as const) {
      const call = () => loss.onTrainBegin(training as never);
      expect(call).toThrow(type);
      expect(call).toThrow(message);
    }
  });

  it("copies the counts: those changed afterwards change nothing", () => {
    const [given, told] = [
      [3, 9],
      [3, 9],
    ];
    const batch = { labels: [[1, 0]], logits: [[0.3, -1]] };
    const losses = [distributionBalanced({ counts: given, examples: 20 }), distributionBalanced()];
    losses[1]?.onTrainBegin({ examples: 20, counts: told });
    const before = losses.map((loss) => evaluate(loss, batch));
    for (const counts of [given, told]) counts.reverse();
    expect(losses.map((loss) => evaluate(loss, batch))).toEqual(before);
  });
});

describe("distributionBalanced rejects", () => {
  itRejects(distributionBalanced, [
    [{ counts: [1] }, TypeError, 'options "counts" and "examples" must be given together'],
    [{ examples: 5 }, TypeError, 'received only "examples"'],
    [{ counts: [1, 6], examples: 5 }, RangeError, "received 5 and a count of 6"],
    [{ counts: [-1], examples: 5 }, RangeError, 'distributionBalanced: option "counts"'],
    [{ examples: 0 }, RangeError, 'option "examples" must be a number of at least 1'],
    [{ beta: 0 }, RangeError, 'option "beta" must be a number above 0; received 0'],
    [{ lambda: "2" }, TypeError, 'option "lambda"'],
    [{ mu: Number.NaN }, RangeError, 'option "mu" must be a finite number'],
    [
      { neg_scale: 2 },
      TypeError,
      "known options: counts, examples, alpha, beta, mu, lambda, kappa, gamma, balance, reduction",
    ],
  ]);
});
