import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { scaledSigmoid } from "../confusion/scaledSigmoid.js";
import { sigmoidF1 } from "../confusion/sigmoidF1.js";
import { describeLoss } from "../testing/describeLoss.js";
import { drawnParameter } from "../testing/drawnParameter.js";
import { evaluate } from "../testing/evaluate.js";
import { expectClose } from "../testing/expectClose.js";
import { itIgnoresOrder } from "../testing/itIgnoresOrder.js";
import { itKnowsItsKernels } from "../testing/itKnowsItsKernels.js";
import { itLeaksNothing } from "../testing/itLeaksNothing.js";
import { itRejects } from "../testing/itRejects.js";
import { itSurvivesExtremes } from "../testing/itSurvivesExtremes.js";
import type { Batch, Rows } from "../testing/Rows.js";
import { sigma } from "../testing/sigma.js";
import { softF1Reference } from "../testing/softF1Reference.js";
import type { BayesianSigmoidF1Options } from "./BayesianSigmoidF1Options.js";
import { type BayesianSigmoidF1, bayesianSigmoidF1 } from "./bayesianSigmoidF1.js";

const s = (logits: Rows, beta: number, eta: number) =>
  logits.map((row) => row.map((z) => sigma(beta * (z + eta))));
const ln3 = Math.log(3);
const scopes = ["global", "class", "example"] as const;

// A prior so narrow that every draw is its centre: what remains is sigmoidF1.
const narrow = { betaScale: 1e-7, etaScale: 1e-7 };

describeLoss("bayesian-sigmoid-f1", {
  settings: [
    {
      title: "a narrow prior around beta 2, eta 1",
      make: () => bayesianSigmoidF1({ beta: 2, eta: 1, ...narrow }),
      reference: (y, z) => softF1Reference(y, s(z, 2, 1)),
    },
    {
      title: "a narrow prior for each class, micro",
      make: () =>
        bayesianSigmoidF1({ scope: "class", average: "micro", smooth: 0.5, beta: 3, ...narrow }),
      reference: (y, z) => softF1Reference(y, s(z, 3, 0), "micro", 0.5),
    },
    {
      title: "a narrow prior for each example, samples",
      make: () => bayesianSigmoidF1({ scope: "example", average: "samples", ...narrow }),
      reference: (y, z) => softF1Reference(y, s(z, 1, 0), "samples"),
    },
    {
      title: "a narrow prior, epsilon 0.5",
      make: () => bayesianSigmoidF1({ epsilon: 0.5, ...narrow }),
      reference: (y, z) => softF1Reference(y, s(z, 1, 0), "macro", 0, 0.5),
    },
  ],
  // S(z; 2, 1) as in sigmoidF1's case: matrices with F = [3/4, 2/3], slopes β = 2 times as steep.
  byHand: {
    labels: [
      [1, 0],
      [0, 1],
    ],
    logits: [
      [ln3 / 2 - 1, -1],
      [-ln3 / 2 - 1, ln3 / 2 - 1],
    ],
    value: 7 / 24,
    gradient: [
      2 * (-1 / 2) * ((2 - 3 / 4) / 2) * (3 / 16),
      2 * (-1 / 2) * ((0 - 2 / 3) / (9 / 4)) * (1 / 4),
      2 * (-1 / 2) * ((0 - 3 / 4) / 2) * (3 / 16),
      2 * (-1 / 2) * ((2 - 2 / 3) / (9 / 4)) * (3 / 16),
    ],
  },
});

describe.each(["cpu", "wasm"])("bayesianSigmoidF1 with its default prior on %s", (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend);
  });
  for (const scope of scopes) {
    const make = () => bayesianSigmoidF1({ scope });
    itSurvivesExtremes(scope, make);
    itLeaksNothing(scope, make);
    itKnowsItsKernels(scope, make);
    if (scope === "global") itIgnoresOrder(scope, make);

    it(`${scope}: logits descend on it to the labels`, () => {
      const y = tf.tensor2d([1, 0, 0, 1, 0, 1, 1, 0], [4, 2]);
      const z = tf.variable(tf.zeros<tf.Rank.R2>([4, 2]));
      const loss = make();
      const optimizer = tf.train.adam(0.1);
      for (let i = 0; i < 100; i++) optimizer.minimize(() => loss(y, z), false, [z]);
      const hit = [...z.dataSync()].map((x, i) => x > 0 === (y.dataSync()[i] === 1));
      expect(hit).toEqual(hit.map(() => true));
    });
  }
});

const batch: Batch = {
  labels: [
    [1, 0, 1],
    [0, 1, 0],
    [1, 1, 0],
    [0, 0, 1],
  ],
  logits: [
    [1, -0.5, 0.3],
    [-1.2, 0.4, 0],
    [0.8, 2, 0.1],
    [-0.3, -2, -0.7],
  ],
};
const tensors = () =>
  [tf.tensor2d(batch.labels as number[][]), tf.tensor2d(batch.logits as number[][])] as const;

describe("bayesianSigmoidF1", () => {
  beforeAll(async () => {
    await tf.setBackend("cpu");
  });

  it("is the mean of sigmoidF1 over its last draws, its gradient with these held fixed", async () => {
    const loss = bayesianSigmoidF1({ steps: 3, draws: 2, average: "micro" });
    const { value, gradient } = evaluate(loss, batch);
    const diagnostics = await loss.diagnostics();
    const [betas, etas] = ["beta", "eta"].map(
      (name) => drawnParameter(diagnostics, name).values ?? [],
    );
    const each = [1, 2].map((i) =>
      evaluate(sigmoidF1({ beta: betas?.[i] ?? 0, eta: etas?.[i] ?? 0, average: "micro" }), batch),
    );
    const mean = (values: number[]) => values.reduce((a, b) => a + b) / values.length;
    expectClose([value], [mean(each.map((e) => e.value))]);
    expectClose(
      gradient,
      gradient.map((_, k) => mean(each.map((e) => e.gradient[k] ?? Number.NaN))),
    );
  });

  it("with scope class is sigmoidF1 with a beta and an eta per class", async () => {
    const loss = bayesianSigmoidF1({ scope: "class", steps: 1 });
    const received = evaluate(loss, batch);
    const { parameters } = await loss.diagnostics();
    expect(parameters.map(({ name }) => name)).toEqual(
      ["beta", "eta"].flatMap((name) => [0, 1, 2].map((j) => `${name}[${j}]`)),
    );
    const means = parameters.map(({ mean }) => mean ?? Number.NaN); // of one draw
    const options = { beta: means.slice(0, 3), eta: means.slice(3) };
    const expected = evaluate(sigmoidF1(options), batch);
    expectClose([received.value], [expected.value]);
    expectClose(received.gradient, expected.gradient);
  });

  it("with scope example is, on one example, sigmoidF1 at its draw", async () => {
    const one = { labels: batch.labels.slice(0, 1), logits: batch.logits.slice(0, 1) };
    const loss = bayesianSigmoidF1({ scope: "example", steps: 1 });
    const received = evaluate(loss, one);
    const diagnostics = await loss.diagnostics();
    const [beta = 0, eta = 0] = ["beta", "eta"].map(
      (name) => drawnParameter(diagnostics, `mean ${name} over examples`).mean ?? Number.NaN,
    );
    const expected = evaluate(sigmoidF1({ beta, eta }), one);
    expectClose([received.value], [expected.value]);
    expectClose(received.gradient, expected.gradient);
  });

  it("scores are S at the prior's centre before the first draw, then the mean of S over the last draws", async () => {
    const [y, z] = tensors();
    const loss = bayesianSigmoidF1({ beta: 2, eta: 0.5 });
    expectClose(
      [...loss.scores(z).dataSync()],
      [...scaledSigmoid(z, { beta: 2, eta: 0.5 }).dataSync()],
    );
    loss(y, z);
    loss(y, z);
    const diagnostics = await loss.diagnostics();
    const [betas, etas] = ["beta", "eta"].map(
      (name) => drawnParameter(diagnostics, name).values ?? [],
    );
    const each = [2, 3].map((i) =>
      scaledSigmoid(z, { beta: betas?.[i] ?? 0, eta: etas?.[i] ?? 0 }),
    );
    expectClose([...loss.scores(z).dataSync()], [...tf.mean(tf.stack(each), 0).dataSync()]);
  });

  it.each(scopes)("with scope %s sets its scores back with its variables", (scope) => {
    const [y, z] = tensors();
    const loss = bayesianSigmoidF1({ scope });
    loss(y, z);
    const before = [...loss.scores(z).dataSync()];
    const values = loss.variables.map((variable) => variable.clone());
    loss(y, z);
    expect([...loss.scores(z).dataSync()]).not.toEqual(before);
    loss.variables.forEach((variable, i) => {
      variable.assign(values[i] as tf.Tensor);
    });
    expect([...loss.scores(z).dataSync()]).toEqual(before);
  });

  it.each([
    [
      "global",
      "macro",
      [
        [1, 1],
        [1, 1],
        [500, 3],
        [2, 1],
      ],
    ],
    [
      "class",
      "macro",
      [
        [1, 3],
        [1, 1],
        [500, 7],
        [2, 3],
      ],
    ],
    [
      "class",
      "micro",
      [
        [1, 1],
        [1, 1],
        [500, 7],
        [6, 1],
      ],
    ],
    [
      "example",
      "samples",
      [
        [1, 1],
        [1, 1],
        [500, 3],
      ],
    ],
  ] as const)("keeps untrained variables, scope %s, average %s", (scope, average, shapes) => {
    const before = tf.memory().numTensors;
    const loss = bayesianSigmoidF1({ scope, average });
    expect(loss.variables).toEqual([]);
    loss.onTrainBegin({ examples: 4, counts: [1, 1, 1] });
    expect(tf.memory().numTensors).toBe(before + loss.variables.length);
    expect(loss.variables.map(({ shape }) => shape)).toEqual(shapes);
    expect(loss.variables.filter(({ trainable }) => trainable)).toEqual([]);
    loss.dispose();
    expect(loss.variables).toEqual([]);
    expect(tf.memory().numTensors).toBe(before);
  });

  it("keeps fewer draws of many classes, but enough for the last ones", () => {
    const rows = (options: BayesianSigmoidF1Options, classes: number) => {
      const loss = bayesianSigmoidF1(options);
      loss.onTrainBegin({ examples: 1, counts: new Array(classes).fill(1) });
      const [, , trace] = loss.variables;
      loss.dispose();
      return trace?.shape[0];
    };
    expect(rows({ scope: "class" }, 200)).toBe(163); // 163 · 401 ≤ 65,536
    expect(rows({ scope: "class" }, 10_000)).toBe(20);
    expect(rows({ steps: 600 }, 2)).toBe(601);
  });

  it.each(scopes)("with scope %s goes on with a batch of fewer examples", (scope) => {
    const loss = bayesianSigmoidF1({ scope });
    evaluate(loss, batch);
    const smaller = { labels: batch.labels.slice(1), logits: batch.logits.slice(1) };
    expect(Number.isFinite(evaluate(loss, smaller).value)).toBe(true);
  });

  it("is deterministic: the same seed gives the same values, onTrainBegin begins again, another seed differs", () => {
    const [y, z] = tensors();
    const values = (loss: BayesianSigmoidF1) => [1, 2, 3].map(() => loss(y, z).dataSync()[0]);
    const loss = bayesianSigmoidF1({ seed: 5 });
    const first = values(loss);
    expect(new Set(first).size).toBe(3);
    loss.onTrainBegin({ examples: 4, counts: [1, 1, 1] });
    expect(values(loss)).toEqual(first);
    expect(values(bayesianSigmoidF1({ seed: 5 }))).toEqual(first);
    expect(values(bayesianSigmoidF1({ seed: 6 }))).not.toEqual(first);
  });

  it.each(scopes)("with scope %s computes with the random numbers that it is given", (scope) => {
    const [y, z] = tensors();
    const [own, fed] = [bayesianSigmoidF1({ scope }), bayesianSigmoidF1({ scope, seed: 9 })];
    for (let i = 0; i < 3; i++) {
      const given = bayesianSigmoidF1({ scope });
      for (let skipped = 0; skipped < i; skipped++) given.draw(4, 3);
      expect(fed(y, z, given.draw(4, 3)).dataSync()).toEqual(own(y, z).dataSync());
    }
  });

  it("freezes the step size after the warm-up", () => {
    const loss = bayesianSigmoidF1({ warmup: 4 });
    const steps = [1, 2, 3, 4].map(() => {
      evaluate(loss, batch);
      return loss.variables[0]?.dataSync()[0];
    });
    expect(steps[0]).not.toBe(steps[1]);
    expect(steps[2]).toBe(steps[1]);
    expect(steps[3]).toBe(steps[1]);
  });

  it.each(scopes)(
    "with scope %s runs in tfjs's debug mode, which refuses to upload Infinity",
    (scope) => {
      tf.env().set("DEBUG", true);
      try {
        const [y, z] = tensors();
        expect(Number.isFinite(bayesianSigmoidF1({ scope })(y, z).dataSync()[0])).toBe(true);
      } finally {
        tf.env().set("DEBUG", false);
      }
    },
  );

  it("refuses a batch of other classes than those of its chains", () => {
    const loss = bayesianSigmoidF1({ scope: "class" });
    evaluate(loss, batch);
    expect(() => loss(tf.zeros([2, 4]), tf.zeros([2, 4]))).toThrow(/state is that of 3 classes/);
  });

  it("measures the saturation of S at the last draw", async () => {
    const [y, z] = tensors();
    for (const scope of ["global", "class"] as const) {
      const loss = bayesianSigmoidF1({ scope, steps: 1, beta: 8 });
      expect(await loss.saturation(z)).toEqual(await sigmoidF1({ beta: 8 }).saturation(z));
      loss(y, z);
      const { parameters } = await loss.diagnostics();
      const means = parameters.map(({ mean }) => mean ?? Number.NaN);
      const half = means.length / 2;
      const [beta, eta] = [means.slice(0, half), means.slice(half)].map((values) =>
        half === 1 ? (values[0] ?? 0) : values,
      );
      const expected = await sigmoidF1({ beta: beta ?? 1, eta: eta ?? 0 }).saturation(z);
      const measured = await loss.saturation(z);
      expectClose([measured.share, measured.meanSlope], [expected.share, expected.meanSlope]);
    }
  });
});

describe("bayesianSigmoidF1's diagnostics", () => {
  it("are empty before the first draw", async () => {
    const empty = { draws: 0, acceptance: null, stepSize: null, parameters: [] };
    expect(await bayesianSigmoidF1().diagnostics()).toEqual(empty);
  });

  it("are about the draws made so far, at most 500, and are what JSON can hold", async () => {
    const [y, z] = tensors();
    const loss = bayesianSigmoidF1({ steps: 3 });
    loss.onTrainBegin({ examples: 4, counts: [2, 2, 2] });
    const untouched = await loss.diagnostics();
    expect(untouched).toMatchObject({ draws: 0, acceptance: null, stepSize: null });
    loss(y, z);
    const one = await loss.diagnostics();
    expect(one.draws).toBe(3);
    expect(one.parameters.map(({ ess, values }) => [ess, values?.length])).toEqual([
      [null, 3],
      [null, 3],
    ]);
    for (let i = 0; i < 180; i++) loss(y, z).dispose();
    const many = await loss.diagnostics();
    expect(many.draws).toBe(500);
    expect(JSON.parse(JSON.stringify(many))).toEqual(many);
  });
});

describe("bayesianSigmoidF1 rejects", () => {
  itRejects(bayesianSigmoidF1, [
    [{ scope: "label" }, RangeError, 'option "scope" must be one of "global", "class", "example"'],
    [{ beta: 0 }, RangeError, 'bayesianSigmoidF1: option "beta" must be a number above 0'],
    [{ beta: [1, 2] }, TypeError, "received [1, 2]"],
    [{ eta: Number.NaN }, RangeError, 'option "eta" must be a finite number'],
    [{ betaScale: 0 }, RangeError, 'option "betaScale" must be a number above 0'],
    [{ etaScale: -1 }, RangeError, 'option "etaScale" must be a number above 0'],
    [{ temperature: 0 }, RangeError, 'option "temperature" must be a number above 0'],
    [{ steps: 0 }, RangeError, 'option "steps" must be an integer of at least 1'],
    [{ draws: 0 }, RangeError, 'option "draws" must be an integer of at least 1'],
    [{ draws: 3 }, RangeError, 'option "draws" must be at most "steps", 2; received 3'],
    [{ warmup: -1 }, RangeError, 'option "warmup" must be an integer of at least 0, or Infinity'],
    [{ seed: 0.5 }, RangeError, 'option "seed" must be an integer in [0, 2³² − 1]; received 0.5'],
    [{ seed: 2 ** 32 }, RangeError, "received 4294967296"],
    [{ average: "weighted" }, RangeError, 'option "average" must be one of'],
    [{ on: "logits" }, TypeError, 'unknown option "on"; known options: scope, beta'],
  ]);
});
