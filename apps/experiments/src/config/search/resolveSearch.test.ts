import { lossNames } from "@sigf1/losses";
import { describe, expect, it } from "vitest";
import { ConfigurationError } from "../ConfigurationError.js";
import { resolveExperiment } from "../resolveExperiment.js";

const file = (search: string, losses = "[sigmoid-f1, focal]") => `experiment: small
dataset: simulated
encoder: standard-scaler
training: { epochs: 81 }
losses: ${losses}
${search}
`;
const resolve = async (search: string, losses?: string) =>
  (await resolveExperiment(file(search, losses), "small.yaml")).losses;
const plans = async (search: string, losses?: string) =>
  (await resolve(search, losses)).map((loss) => loss.search);

async function mistake(search: string, losses?: string): Promise<string> {
  const error = await resolve(search, losses).catch((reason) => reason);
  expect(error).toBeInstanceOf(ConfigurationError);
  return error.message;
}

const range = (min: number, max: number, scale: string, integer = false) => ({
  min,
  max,
  scale,
  integer,
});

describe("a search", () => {
  it("is none unless the file or the loss says so, the loss over the file", async () => {
    expect(await plans("")).toEqual([undefined, undefined]);
    const losses =
      "[{ use: focal, search: { budget: 3, seed: 7 } }, { use: hill, search: false }, tencent]";
    expect(await plans("search: { budget: 9, space: { head.l2: [0, 1] } }", losses)).toEqual([
      { use: "random", budget: 3, seed: 7, space: { "head.l2": [0, 1] } },
      undefined,
      { use: "random", budget: 9, space: { "head.l2": [0, 1] } },
    ]);
    expect(await plans("", "[{ use: focal, search: random }, hill]")).toMatchObject([
      { use: "random", budget: 20 },
      undefined,
    ]);
  });

  it("searches step size, penalty and the loss's own options by default", async () => {
    const [sigmoid] = await plans("search: random");
    expect(sigmoid?.space).toEqual({
      "optimizer.learningRate": range(0.001, 0.1, "log"),
      "head.l2": range(1e-6, 0.01, "log"),
      beta: range(1, 30, "log"),
      eta: range(-2, 2, "linear"),
    });
    const [, focal] = await plans("search: random\noptimizer: { use: sgd }");
    expect(focal?.space).toMatchObject({
      "optimizer.learningRate": range(0.01, 1, "log"),
      gamma: {},
    });
  });

  it("has a default space that every loss takes", async () => {
    const names = [...lossNames];
    const searched = await resolve("search: random", `[${names.join(", ")}]`);
    for (const { name, search } of searched) {
      const space = JSON.stringify(search?.space);
      await expect(resolve(`search: { space: ${space} }`, `[${name}]`)).resolves.toHaveLength(1);
    }
  });

  it("leaves out of the default space what a grid or a list varies", async () => {
    const [first] = await plans(
      "search: random\ngrid: { beta: [1, 2] }\nhead: { l2: [0, 1] }",
      "[sigmoid-f1]",
    );
    expect(Object.keys(first?.space ?? {})).toEqual(["optimizer.learningRate", "eta"]);
  });

  it("begins a halving so that the last rung has all epochs, unless the file says how", async () => {
    expect(await plans("search: { use: successive-halving, budget: 27 }")).toMatchObject([
      { use: "successive-halving", reduction: 3, minEpochs: 3 },
      {},
    ]);
    expect(
      await plans("search: { use: successive-halving, budget: 4, reduction: 2, minEpochs: 5 }"),
    ).toMatchObject([{ reduction: 2, minEpochs: 5 }, {}]);
    expect(await plans("search: { use: successive-halving, budget: 1 }")).toMatchObject([
      { minEpochs: 81 },
      {},
    ]);
  });

  it("is judged by what early stopping watches: its own metric and rule before those of training", async () => {
    const [loss] = await resolve(
      "search: { metric: microF1, decision: threshold-0.3 }",
      "[{ use: focal, training: { metric: samplesF1, patience: 5 } }]",
    );
    expect(loss?.training).toMatchObject({
      metric: "microF1",
      decision: "threshold-0.3",
      patience: 5,
    });
    expect(loss?.validationRule.name).toBe("threshold-0.3");
  });

  it.each([
    ["an unknown method", "search: grid", "6: search.use: "],
    [
      "an unknown key",
      "search: { bugdet: 3 }",
      '6: search.bugdet: unknown key; did you mean "budget"?',
    ],
    ["no budget", "search: { budget: 0 }", "6: search.budget: must be above 0"],
    ["an unknown rule", "search: { decision: gmf }", '6: search.decision: unknown name "gmf"'],
    [
      "too many epochs",
      "search:\n  use: successive-halving\n  minEpochs: 82",
      "8: search.minEpochs: is above training.epochs, 81",
    ],
    [
      "an unknown section",
      "search: { space: { heed.l2: [1] } }",
      "6: search.space.heed.l2: unknown key; ",
    ],
    [
      "an unknown key of a section",
      "search: { space: { head.l3: [1] } }",
      '6: search.space.head.l3: unknown key; did you mean "l2"?',
    ],
    [
      "corruption",
      "search: { space: { corruption.outliers: [0] } }",
      "6: search.space.corruption.outliers: cannot be searched",
    ],
    [
      "the epochs",
      "search: { space: { training.epochs: [1] } }",
      "6: search.space.training.epochs: cannot be searched",
    ],
    [
      "the figure itself",
      "search: { space: { training.metric: [microF1] } }",
      "6: search.space.training.metric: cannot be searched",
    ],
    [
      "a value out of range",
      "search:\n  space:\n    head.l2:\n      - 0\n      - -1",
      "10: search.space.head.l2.1: must be at least 0",
    ],
    [
      "an end out of range",
      "search:\n  space:\n    head.l2: { min: -1, max: 1 }",
      "8: search.space.head.l2.min: must be at least 0",
    ],
    [
      "fractions of what is whole",
      "search: { space: { training.batchSize: { min: 8, max: 64 } } }",
      "6: search.space.training.batchSize: expected a whole number",
    ],
    [
      "an option that the loss refuses",
      "search: { space: { beta: { min: -1, max: 1 } } }",
      '6: search.space.beta.min: sigmoid-f1: option "beta"',
    ],
    ["an empty space", "search: { space: {} }", "6: search.space: takes at least one path"],
    [
      "a range upside down",
      "search: { space: { beta: { min: 2, max: 1 } } }",
      "6: search.space.beta.min: must not be above max",
    ],
    [
      "a log scale from 0",
      "search: { space: { head.l2: { min: 0, max: 1, scale: log } } }",
      "6: search.space.head.l2.min: must be above 0",
    ],
    [
      "no list or range",
      "search: { space: { beta: 1 } }",
      "6: search.space.beta: takes a list of values, or { min, max",
    ],
    [
      "what a grid varies",
      "search: { space: { beta: [1] } }\ngrid: { beta: [2] }",
      "6: search.space.beta: is varied by a grid",
    ],
  ])("names line and path of %s", async (_what, search, message) => {
    expect(await mistake(search, "[sigmoid-f1]")).toContain(`small.yaml:${message}`);
  });

  it("blames the loss whose own search is wrong", async () => {
    const losses = "[{ use: focal, search: { space: { gamma: [-1] } } }]";
    expect(await mistake("", losses)).toContain(
      "small.yaml:5: losses.0.search.space.gamma.0: focal",
    );
  });

  it("stands in the record as plain data", async () => {
    const { settings } = await resolveExperiment(file("search: random"), "small.yaml");
    expect(settings).toMatchObject({ losses: [{ search: { use: "random" } }, {}] });
    expect(JSON.parse(JSON.stringify(settings))).toEqual(settings);
  });

  it("watches its own metric, which is then the experiment's, but for a loss that is not searched", async () => {
    const watched = async (losses?: string) =>
      (await resolveExperiment(file("search: { metric: exampleF1 }", losses), "small.yaml"))
        .validationMetric;
    expect(await watched()).toBe("exampleF1");
    expect(await watched("[sigmoid-f1, { use: focal, search: false }]")).toBe("macroF1");
  });
});
