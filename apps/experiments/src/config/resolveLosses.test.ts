import { useEngine } from "@sigf1/engine";
import { beforeAll, describe, expect, it } from "vitest";
import { ConfigurationError } from "./ConfigurationError.js";
import { type Overrides, resolveExperiment } from "./resolveExperiment.js";

const file = (grid: string) => `experiment: small
dataset: simulated
encoder: standard-scaler
head: { l2: 0.001 }
losses:
  - { use: sigmoid-f1, beta: 5 }
  - { use: sigmoid-f1, name: other, head: { l2: 0.1 } }
${grid}
`;
const resolve = async (grid: string, overrides?: Overrides) =>
  (await resolveExperiment(file(grid), "small.yaml", overrides)).losses;

async function mistake(grid: string, overrides?: Overrides): Promise<string> {
  const error = await resolve(grid, overrides).catch((reason) => reason);
  expect(error).toBeInstanceOf(ConfigurationError);
  return error.message;
}

describe("a grid", () => {
  it("multiplies every loss, with the values at their paths and everything else as the file has it", async () => {
    const losses = await resolve("grid: { beta: [1, 2], head.l2: [0.5] }");
    expect(losses.map(({ name, options, head }) => [name, options.beta, head])).toEqual(
      ["sigmoid-f1", "other"].flatMap((name) =>
        [1, 2].map((beta) => [
          `${name} beta=${beta} l2=0.5`,
          beta,
          { hidden: [], dropout: 0, inputDropout: 0, l2: 0.5 },
        ]),
      ),
    );
  });

  it("tells of each variant its loss, its value on every axis, and the file's", async () => {
    const losses = await resolve(
      "grid: [{ beta: [5, 7] }, { corruption.flippedLabels: [0.1], eta: [1] }]",
    );
    const flipped = "corruption.flippedLabels";
    expect(
      losses.map(({ name, base, grid, fileValues }) => [name, base, grid, fileValues]),
    ).toEqual(
      [
        ["sigmoid-f1", 5],
        ["other", null],
      ].flatMap(([base, beta]) =>
        [
          [`${base} beta=5`, base, { beta: 5, [flipped]: 0, eta: null }],
          [`${base} beta=7`, base, { beta: 7, [flipped]: 0, eta: null }],
          [`${base} flippedLabels=0.1 eta=1`, base, { beta, [flipped]: 0.1, eta: 1 }],
        ].map((variant) => [...variant, { beta, [flipped]: 0, eta: null }]),
      ),
    );
    expect(losses[2]?.corruption).toEqual({ flippedLabels: 0.1, outliers: 0, outlierScale: 10 });
  });

  it("stands in the record as plain data; without one no loss tells of it", async () => {
    const grid = "grid: { training.batchSize: [16, 32] }";
    const { settings } = await resolveExperiment(file(grid), "small.yaml");
    expect(settings).toMatchObject({
      grid: { "training.batchSize": [16, 32] },
      losses: [{ base: "sigmoid-f1", grid: { "training.batchSize": 16 } }, {}, {}, {}],
    });
    expect(JSON.parse(JSON.stringify(settings))).toEqual(settings);
    const [plain] = await resolve("");
    expect(plain).not.toHaveProperty("base");
    expect(plain).not.toHaveProperty("grid");
  });

  it("makes losses of their own: a variant's schedule is its own", async () => {
    const text = file("grid: { to: [4, 8] }").replace(/ {2}- .*sigmoid-f1.*\n/g, "");
    const { losses } = await resolveExperiment(
      text.replace("losses:", "losses: [adaptive-sigmoid-f1]"),
      "small.yaml",
    );
    const last = losses.map(({ create }) => {
      const loss = create(0);
      loss.onEpochBegin?.(9, 10);
      return loss.schedule?.beta;
    });
    expect(last[0]).toBeCloseTo(4, 6);
    expect(last[1]).toBeCloseTo(8, 6);
  });

  it("varies the rule of early stopping", async () => {
    const losses = await resolve("grid: { training.decision: [threshold-0.5, tuned-global] }");
    expect(losses.map(({ validationRule }) => validationRule.name)).toEqual([
      "threshold-0.5",
      "tuned-global",
      "threshold-0.5",
      "tuned-global",
    ]);
    expect(await mistake("grid:\n  training.decision: [tuned-globl]")).toMatch(
      /^small\.yaml:9: grid\.training\.decision\.0: unknown name "tuned-globl"/,
    );
  });

  it("is kept to the losses or variants that are asked for, and multiplies one that is added", async () => {
    const grid = "grid: { eta: [0, 1] }";
    const names = async (losses: readonly string[]) =>
      (await resolve(grid, { losses })).map(({ name }) => name);
    expect(await names(["other"])).toEqual(["other eta=0", "other eta=1"]);
    expect(await names(["sigmoid-f1 eta=1"])).toEqual(["sigmoid-f1 eta=1"]);
    expect(await names(["adaptive-sigmoid-f1"])).toEqual([
      "adaptive-sigmoid-f1 eta=0",
      "adaptive-sigmoid-f1 eta=1",
    ]);
  });

  it.each([
    [
      "an unknown section",
      "grid:\n  heed.l2: [1]",
      '9: grid.heed.l2: unknown key; did you mean "head"?',
    ],
    ["an unknown key", "grid:\n  head.l3: [1]", '9: grid.head.l3: unknown key; did you mean "l2"?'],
    ["a section", "grid:\n  head: [1]", "9: grid.head: name one key of it, as in head.hidden"],
    [
      "the loss itself",
      "grid:\n  use: [focal]",
      '9: grid.use: cannot be varied; list the losses under "losses"',
    ],
    [
      "a value out of range",
      "grid:\n  - head.l2:\n      - 1\n      - -1",
      "11: grid.0.head.l2.1: must be at least 0",
    ],
    [
      "a wrong type",
      "grid:\n  training.batchSize: [many]",
      "9: grid.training.batchSize.0: expected a number, found text",
    ],
    ["no list", "grid:\n  beta: 5", "9: grid.beta: expected a list"],
    ["no value", "grid:\n  beta: []", "9: grid.beta: takes at least one value"],
    ["no path", "grid: {}", "8: grid: takes at least one path with its values"],
    ["no mapping", "grid: []", "8: grid: takes at least one mapping"],
    ["text", "grid: beta", "8: grid: expected a mapping, found text"],
    [
      "an option that the loss lacks",
      "grid:\n  eta: [0]\n  gamma: [1]",
      '10: grid.gamma.0: sigmoid-f1: unknown option "gamma"',
    ],
    [
      "a value that the loss refuses",
      "grid:\n  eta: [0]\n  beta: [1, -1]",
      '10: grid.beta.1: sigmoid-f1: option "beta"',
    ],
  ])("names line and path of %s", async (_what, grid, message) => {
    expect(await mistake(grid)).toContain(`small.yaml:${message}`);
  });

  it("refuses two variants of one name", async () => {
    const text = file("grid: [{ beta: [1], eta: [2] }, { eta: [2] }]").replace(
      "other",
      '"sigmoid-f1 beta=1"',
    );
    await expect(resolveExperiment(text, "small.yaml")).rejects.toThrow(
      'small.yaml:8: grid: gives two variants the name "sigmoid-f1 beta=1 eta=2"',
    );
  });

  it("blames --set for what it breaks", async () => {
    expect(await mistake("grid: { eta: [0] }", { set: ["grid.eta=[a]"] })).toMatch(
      /^--set grid\.eta: grid\.eta\.0: sigmoid-f1: option "eta"/,
    );
  });
});

describe("corruption", () => {
  it("is none unless the file or a loss says so, the loss over the file", async () => {
    const none = { flippedLabels: 0, outliers: 0, outlierScale: 10 };
    expect((await resolve("")).map(({ corruption }) => corruption)).toEqual([none, none]);
    const text = file("corruption: { flippedLabels: 0.2 }").replace(
      "beta: 5",
      "corruption: { outliers: 0.1, flippedLabels: 0 }",
    );
    const { losses, corruption } = await resolveExperiment(text, "small.yaml");
    expect(losses.map((loss) => loss.corruption)).toEqual([
      { ...none, outliers: 0.1 },
      { ...none, flippedLabels: 0.2 },
    ]);
    expect(corruption).toEqual({ ...none, flippedLabels: 0.2 });
  });

  it.each([
    [
      "corruption: { flippedLabels: 1.5 }",
      /^small\.yaml:8: corruption\.flippedLabels: must be at most 1/,
    ],
    [
      "corruption: { outlierScale: 0 }",
      /^small\.yaml:8: corruption\.outlierScale: must be above 0/,
    ],
    ["corruption: { outlier: 0.1 }", /^small\.yaml:8: corruption\.outlier: .*"outliers"/],
  ])("refuses %s", async (text, message) => {
    expect(await mistake(text)).toMatch(message);
  });
});

describe("a loss that draws random numbers", () => {
  const draws = async (loss: string, seed: number) => {
    const text = file("").replace("{ use: sigmoid-f1, beta: 5 }", loss);
    const [plan] = (await resolveExperiment(text, "small.yaml")).losses;
    const { uniforms } = plan?.create(seed).draw?.(4, 50) ?? {};
    return uniforms === undefined ? [] : [...uniforms.dataSync()];
  };

  beforeAll(async () => {
    await useEngine("cpu");
  });

  it("draws by the seed of the run, unless the file gives one", async () => {
    expect(await draws("tencent", 1)).toHaveLength(50);
    expect(await draws("tencent", 1)).not.toEqual(await draws("tencent", 2));
    const fixed = "{ use: tencent, seed: 7 }";
    expect(await draws(fixed, 1)).toEqual(await draws(fixed, 2));
  });
});
