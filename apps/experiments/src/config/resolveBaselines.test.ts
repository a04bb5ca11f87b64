import { linearSvm, random } from "@sigf1/baselines";
import { describe, expect, it } from "vitest";
import { ConfigurationError } from "./ConfigurationError.js";
import { resolveExperiment } from "./resolveExperiment.js";

const resolve = (baselines: string, set: readonly string[] = []) =>
  resolveExperiment(
    `experiment: small
dataset: simulated
encoder: standard-scaler
losses: [focal]
seeds: [0]
baselines: ${baselines}
`,
    "small.yaml",
    { set },
  );

const features = { rows: 3, cols: 1, data: Float32Array.of(1, -2, 0.5) };
const labels = { rows: 3, cols: 1, data: Uint8Array.of(1, 0, 1) };

describe("resolveBaselines", () => {
  it("takes names, and options with a name for a second of one kind", async () => {
    const { baselines, settings } = await resolve(
      "[prevalence, linear-svm, { use: linear-svm, name: svm-loose, C: 100 }]",
    );
    expect(baselines.map(({ name, trivial, options }) => ({ name, trivial, options }))).toEqual([
      { name: "prevalence", trivial: true, options: { use: "prevalence" } },
      { name: "linear-svm", trivial: false, options: { use: "linear-svm" } },
      { name: "svm-loose", trivial: false, options: { use: "linear-svm", C: 100 } },
    ]);
    expect(settings.baselines).toEqual([
      "prevalence",
      "linear-svm",
      { use: "linear-svm", name: "svm-loose", C: 100 },
    ]);
    const fitted = await baselines[2]?.create(0).fit(features, labels);
    const scores = await fitted?.scores(features);
    const expected = await linearSvm({ C: 100 }).fit(features, labels);
    expect(scores).toEqual(await expected.scores(features));
  });

  it("makes several of one whose option is a list, named by its values", async () => {
    const { baselines } = await resolve(
      "[{ use: ml-knn, k: [5, 10] }, { use: linear-svm, name: svm, C: [1] }]",
    );
    expect(baselines.map(({ name, options }) => [name, options])).toEqual([
      ["ml-knn k=5", { use: "ml-knn", k: 5 }],
      ["ml-knn k=10", { use: "ml-knn", k: 10 }],
      ["svm C=1", { use: "linear-svm", C: 1 }],
    ]);
  });

  it("names the line of a list with a value that the baseline refuses", async () => {
    const lists = "\n  - { use: ml-knn, k: [5, 10] }\n  - { use: linear-svm, C: [1, -1] }";
    await expect(resolve(lists)).rejects.toThrow("small.yaml:8: baselines.1: C is -1");
  });

  it("gives random the run's seed, unless the file gives one", async () => {
    const many = { rows: 50, cols: 0, data: new Float32Array() };
    const drawn = async (text: string, seed: number) => {
      const { baselines } = await resolve(text);
      return (await baselines[0]?.create(seed).fit(features, labels))?.scores(many);
    };
    const expected = async (seed: number) =>
      (await random({ seed }).fit(features, labels)).scores(many);
    expect(await drawn("[random]", 7)).toEqual(await expected(7));
    expect(await drawn("[{ use: random, seed: 3 }]", 7)).toEqual(await expected(3));
  });

  it("takes an option from the command line", async () => {
    const { baselines } = await resolve("[linear-svm]", ["baselines.0.C=0.1"]);
    expect(baselines[0]?.options).toEqual({ use: "linear-svm", C: 0.1 });
  });

  it.each([
    ["[linear-smv]", 'baselines.0: unknown name "linear-smv"; did you mean "linear-svm"?'],
    ["[{ use: linear-svm, c: 1 }]", 'baselines.0: unknown option "c"; expected C, tolerance'],
    ["[{ use: linear-svm, C: 0 }]", "baselines.0: C is 0; expected a finite number > 0"],
    [
      "[{ use: ml-knn, k: [0.5, 1.5] }]",
      "baselines.0: k is [0.5,1.5]; expected a positive integer",
    ],
    ["[ml-knn, ml-knn]", 'baselines.1: "ml-knn" stands twice'],
    ["[{ use: prevalence, name: constant }]", "baselines.0.name: a trivial baseline takes no name"],
    [
      "[{ use: linear-svm, name: random }]",
      'baselines.0.name: "random" is the name of a baseline; take another',
    ],
    [
      "[{ use: linear-svm, name: focal }]",
      'baselines.0.name: "focal" is the name of a loss; take another',
    ],
  ])("refuses %s", async (baselines, message) => {
    const error = await resolve(baselines).catch((reason) => reason);
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.message).toBe(`small.yaml:6: ${message}`);
  });
});
