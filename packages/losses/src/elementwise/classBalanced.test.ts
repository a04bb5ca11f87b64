import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import { defineLoss } from "../defineLoss.js";
import { describeLoss } from "../testing/describeLoss.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { itRejects } from "../testing/itRejects.js";
import { meanOverEntries } from "../testing/meanOverEntries.js";
import { quartersBatch } from "../testing/quartersBatch.js";
import type { Reference } from "../testing/Rows.js";
import { sigma } from "../testing/sigma.js";
import { tellingFrequencies } from "../testing/tellingFrequencies.js";
import { binaryCrossEntropy } from "./binaryCrossEntropy.js";
import { classBalanced } from "./classBalanced.js";
import { distributionBalanced } from "./distributionBalanced.js";
import { focal } from "./focal.js";

const ln3 = Math.log(3);
const training = { examples: 60, counts: [1, 2, 40, 7] };
const batch = {
  labels: [
    [1, 0, 1],
    [0, 0, 1],
  ],
  logits: [
    [0.3, -1, 2],
    [-0.5, 0.1, 0.7],
  ],
};

const reference =
  (counts: readonly number[], b: number, term: (y: number, z: number) => number): Reference =>
  (labels, logits) => {
    const raw = counts.slice(0, labels[0]?.length).map((n) => (1 - b) / (1 - b ** n));
    const mean = raw.reduce((a, w) => a + w, 0) / raw.length;
    const weighted = meanOverEntries((y, z, j) => ((raw[j] ?? Number.NaN) / mean) * term(y, z));
    return weighted(labels, logits);
  };
const crossEntropy = (y: number, z: number) =>
  -y * Math.log(sigma(z)) - (1 - y) * Math.log(sigma(-z));
const focalTerm = (y: number, z: number) =>
  -y * 0.25 * sigma(-z) ** 2 * Math.log(sigma(z)) -
  (1 - y) * 0.75 * sigma(z) ** 2 * Math.log(sigma(-z));

describeLoss("class-balanced", {
  settings: [
    {
      title: "b 0.5, told the counts",
      make: () => tellingFrequencies(classBalanced({ b: 0.5 }), training),
      reference: reference(training.counts, 0.5, crossEntropy),
      distinctClasses: true,
    },
    {
      title: "equal counts",
      make: () => tellingFrequencies(classBalanced(), { examples: 20, counts: [5, 5, 5, 5] }),
      reference: meanOverEntries(crossEntropy),
    },
    {
      title: "counts given, of focal",
      classes: 3,
      make: () => classBalanced({ loss: focal(), counts: [3, 30, 8] }),
      reference: reference([3, 30, 8], 0.9, focalTerm),
    },
    {
      title: "sum",
      classes: 2,
      make: () => classBalanced({ counts: [3, 30], reduction: "sum" }),
      reference: (y, z) => reference([3, 30], 0.9, crossEntropy)(y, z) * y.flat().length,
    },
  ],
  // Counts 1 and 2: (1−b)/(1−bⁿ) = 1 and 2/3, over their mean 5/6: weights 6/5 and 4/5.
  // p = σ(z) = [[3/4, 1/2], [1/4, 3/4]], terms −log 3/4, −log 1/2 and so on, slopes w(p − y)/4.
  byHand: {
    ...quartersBatch,
    value: ((6 / 5) * 2 * Math.log(4 / 3) + (4 / 5) * (Math.log(2) + Math.log(4 / 3))) / 4,
    gradient: [(6 / 5) * (-1 / 16), (4 / 5) * (1 / 8), (6 / 5) * (1 / 16), (4 / 5) * (-1 / 16)],
  },
});

describe("classBalanced", () => {
  it("is the same told the counts or given them, and what is given goes first", () => {
    const counts = [1, 2, 40];
    const given = evaluate(classBalanced({ counts }), batch);
    expect(evaluate(tellingFrequencies(classBalanced(), training), batch)).toEqual(given);
    const both = tellingFrequencies(classBalanced({ counts }), { examples: 9, counts: [9, 9, 1] });
    expect(evaluate(both, batch)).toEqual(given);
  });

  it("without counts is a RangeError that says both ways to give them", () => {
    const y = tf.zeros([1, 2]);
    const z = tf.zeros([1, 2]);
    const loss = classBalanced();
    for (const call of [() => loss(y, z), () => loss.elements(y, z)]) {
      expect(call).toThrow(RangeError);
      expect(call).toThrow(/^class-balanced: .*give `counts`, or call onTrainBegin\(/);
    }
  });

  it("with the counts of other classes is a RangeError", () => {
    const call = () =>
      tf.tidy(() => classBalanced({ counts: [1, 2] })(tf.zeros([1, 3]), tf.zeros([1, 3])));
    expect(call).toThrow(RangeError);
    expect(call).toThrow("counts are those of 2 classes, but the batch has 3");
  });

  it("does not depend on the order of classes and their counts together", () => {
    const reversed = (rows: number[][]) => rows.map((row) => row.toReversed());
    const { value } = evaluate(classBalanced({ counts: [40, 2, 1] }), {
      labels: reversed(batch.labels),
      logits: reversed(batch.logits),
    });
    expectClose([value], [evaluate(classBalanced({ counts: [1, 2, 40] }), batch).value]);
  });

  const elements = (options: Parameters<typeof classBalanced>[0]) =>
    tf.tidy(() => [
      ...classBalanced(options)
        .elements(tf.zeros([1, 3]), tf.zeros([1, 3]))
        .dataSync(),
    ]);

  it("weights all alike at b 0, and by 1/n as b nears 1", () => {
    const ln2 = Math.log(2);
    expectClose(elements({ counts: [1, 2, 40], b: 0 }), [ln2, ln2, ln2]);
    // 1/n = 1, 1/2, 1/6 over their mean 5/9
    const b = 1 - 1e-12;
    expectClose(elements({ counts: [1, 2, 6], b }), [1.8 * ln2, 0.9 * ln2, 0.3 * ln2]);
  });

  it("takes a count of 0 as 1", () => {
    expect(elements({ counts: [0, 1, 9] })).toEqual(elements({ counts: [1, 1, 9] }));
  });

  it("has the scores of the weighted loss", () => {
    const { elements } = binaryCrossEntropy();
    const loss = defineLoss(
      "halved",
      { value: (y) => tf.sum(y), scores: (z) => tf.mul(tf.sigmoid(z), 0.5) },
      { elements },
    );
    tf.tidy(() => {
      const scores = classBalanced({ loss }).scores(tf.tensor2d([[0, ln3]]));
      expectClose([...scores.dataSync()], [1 / 4, 3 / 8]);
    });
  });

  it("tells the weighted loss the counts, too", () => {
    const loss = classBalanced({ loss: distributionBalanced(), b: 0 });
    expect(evaluate(tellingFrequencies(loss, training), batch)).toEqual(
      evaluate(tellingFrequencies(distributionBalanced(), training), batch),
    );
  });

  it("what onTrainBegin tells is checked as the options are", () => {
    const loss = classBalanced();
    for (const [training, type, message] of [
      [
        { examples: 5, counts: [1, 6] },
        RangeError,
        'class-balanced: onTrainBegin: option "examples" must be no less than any count; received 5 and a count of 6',
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
    const losses = [classBalanced({ counts: given }), classBalanced()];
    losses[1]?.onTrainBegin({ examples: 20, counts: told });
    const before = losses.map((loss) => evaluate(loss, batch));
    for (const counts of [given, told]) counts.reverse();
    expect(losses.map((loss) => evaluate(loss, batch))).toEqual(before);
  });
});

describe("classBalanced rejects", () => {
  const tail = "must be an array with one number of at least 0 per class";
  itRejects(classBalanced, [
    [{ b: 1 }, RangeError, 'classBalanced: option "b" must be a number in [0, 1); received 1'],
    [{ counts: [] }, RangeError, `option "counts" ${tail}; received []`],
    [{ counts: [3, -1] }, RangeError, "received [3, -1]"],
    [{ counts: 3 }, TypeError, `option "counts" ${tail}; received 3`],
    [{ counts: ["3"] }, TypeError, 'received ["3"]'],
    [{ loss: "focal" }, TypeError, 'option "loss" must be an element-wise loss'],
    [{ loss: () => 0 }, TypeError, "received a function"],
    [{ beta: 0.9 }, TypeError, "known options: loss, counts, b, reduction"],
  ]);
});
