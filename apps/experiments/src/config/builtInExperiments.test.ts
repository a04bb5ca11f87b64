import { lossNames } from "@sigf1/losses";
import { describe, expect, it } from "vitest";
import { experimentNames, readExperiment } from "./readExperiment.js";
import { resolveStudy } from "./resolveStudy.js";

const resolved = async (name: string) => {
  const { text, filename } = await readExperiment(name);
  return resolveStudy(text, filename);
};

const names = await experimentNames();

describe("the experiments that come with the app", () => {
  it.each(names)("%s resolves, down to the options of its losses", async (name) => {
    expect((await resolved(name)).name).toBe(name.replaceAll("/", "-"));
  });

  it("all-losses has every loss", async () => {
    const [cell] = (await resolved("all-losses")).cells;
    expect(cell?.experiment.losses.map(({ name }) => name).sort()).toEqual([...lossNames].sort());
  });

  it("are named by their path where they stand in a folder", () => {
    expect(names).toContain("paper/cancer-hallmarks");
  });
});

describe("the experiments of the paper", () => {
  const paper = names.filter((name) => name.startsWith("paper/"));
  const compared = [
    ["binary-cross-entropy", {}],
    ["focal", {}],
    ["cross-entropy-count", {}],
    ["tencent", {}],
    ["soft-f1", {}],
    ["sigmoid-f1", {}],
    ["adaptive-sigmoid-f1", {}],
    ["bayesian-sigmoid-f1", {}],
    ["sigmoid-f1-published", { on: "probabilities", beta: 10, eta: 1 }],
  ];
  const rules = ["threshold-0.5", "threshold-0.05", "tuned-global", "gfm"];
  const beside = ["all-positive", "prevalence", "random", "logistic-regression", "linear-svm"];

  it.each(paper)(
    "%s compares the losses of the paper, in batches of 256, under the same rules, beside the same baselines",
    async (name) => {
      const { cells } = await resolved(name);
      expect(cells).toHaveLength(1);
      for (const { experiment } of cells) {
        const { losses, decisions, baselines } = experiment;
        const optionsOf = ({ use: _use, ...options }: { readonly use: string }) => options;
        expect(losses.map(({ name, options }) => [name, optionsOf(options)])).toEqual(compared);
        expect(new Set(losses.map(({ training }) => training.batchSize))).toEqual(new Set([256]));
        expect(decisions.map(({ name }) => name)).toEqual(rules);
        expect(baselines.map(({ name }) => name)).toEqual(beside);
      }
    },
  );
});
