import { describe, expect, it } from "vitest";
import { resolveExperiment } from "../resolveExperiment.js";
import { sampleTrials } from "./sampleTrials.js";

async function plan(space: string, more = "", loss = "{ use: sigmoid-f1, beta: 5 }") {
  const text = `experiment: small
dataset: simulated
encoder: standard-scaler
losses: [${loss}]
search: { budget: 200, space: ${space} ${more} }
`;
  const [first] = (await resolveExperiment(text, "small.yaml")).losses;
  if (first === undefined) throw new Error("the file has one loss");
  return first;
}
const values = async (space: string, path: string, more = "") =>
  sampleTrials(await plan(space, more), 0).map((trial) => trial.values[path]);

describe("sampleTrials", () => {
  it("tries the plan's own settings first, and names every trial as the plan", async () => {
    const trials = sampleTrials(await plan("{ beta: { min: 1, max: 30 }, eta: [1, 2] }"), 0);
    expect(trials).toHaveLength(200);
    expect(trials[0]?.values).toEqual({ beta: 5, eta: null });
    expect(trials[0]?.plan.options).toEqual({ use: "sigmoid-f1", beta: 5 });
    expect(new Set(trials.map(({ plan }) => plan.name))).toEqual(new Set(["sigmoid-f1"]));
    for (const { plan } of trials) expect(plan).not.toHaveProperty("search");
  });

  it("gives every trial the settings that it says, and a loss made with them", async () => {
    const own = await plan("{ to: [20, 40], head.l2: [0.5] }", "", "adaptive-sigmoid-f1");
    for (const { values, plan } of sampleTrials(own, 0).slice(1)) {
      expect(plan.head.l2).toBe(0.5);
      const loss = plan.create(0);
      loss.onEpochBegin?.(9, 10);
      expect(loss.schedule).toEqual({ beta: expect.closeTo(values.to as number) });
    }
  });

  it("draws the same trials for the same seed, others for another, and by the search's own seed if it has one", async () => {
    const drawn = async (more: string, seed: number) =>
      sampleTrials(await plan("{ beta: { min: 1, max: 30 } }", more), seed).map((t) => t.values);
    expect(await drawn("", 1)).toEqual(await drawn("", 1));
    expect(await drawn("", 1)).not.toEqual(await drawn("", 2));
    expect(await drawn(", seed: 4", 1)).toEqual(await drawn(", seed: 4", 2));
  });

  it("draws a path alike whatever else is searched", async () => {
    const rate = "optimizer.learningRate: { min: 0.001, max: 0.1, scale: log }";
    const path = "optimizer.learningRate";
    const first = async (space: string) => (await values(space, path)).slice(0, 20);
    expect(await first(`{ ${rate} }`)).toEqual(
      await first(`{ beta: { min: 1, max: 9 }, ${rate} }`),
    );
  });

  it("draws from a range evenly, or its logarithm", async () => {
    const share = async (scale: string) => {
      const [, ...drawn] = await values(`{ beta: { min: 1, max: 100, scale: ${scale} } }`, "beta");
      for (const beta of drawn) {
        expect(beta).toBeGreaterThanOrEqual(1);
        expect(beta).toBeLessThanOrEqual(100);
      }
      return drawn.filter((beta) => (beta as number) < 10).length / drawn.length;
    };
    expect(await share("linear")).toBeLessThan(0.2);
    expect(await share("log")).toBeGreaterThan(0.4);
    expect(await share("log")).toBeLessThan(0.6);
  });

  it("draws whole numbers, both ends among them, and each once", async () => {
    const space = (scale: string) =>
      `{ training.batchSize: { min: 1, max: 8, scale: ${scale}, integer: true } }`;
    for (const scale of ["linear", "log"]) {
      const drawn = await values(space(scale), "training.batchSize");
      expect(drawn.toSorted((a, b) => Number(a) - Number(b))).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 256,
      ]);
    }
  });

  it("is the plan alone where nothing is searched", async () => {
    const { search: _search, ...own } = await plan("{ eta: [1] }");
    expect(sampleTrials(own, 0)).toEqual([{ values: {}, plan: own }]);
  });
});
