import { useEngine } from "@sigf1/engine";
import { adaptiveSigmoidF1, focal } from "@sigf1/losses";
import { type DecisionRule, decisionByName } from "@sigf1/metrics";
import { mlpHead, train, trainCountHead } from "@sigf1/training";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { resolveExperiment } from "../config/resolveExperiment.js";
import { recordingRule } from "../testing/recordingRule.test.fixture.js";
import { corruptPart } from "./corruption/corruptPart.js";
import type { EncodedPart } from "./encodeParts.js";
import { runBaseline } from "./runBaseline.js";
import { trainLoss } from "./trainLoss.js";

// Both work as ever; the tests look at what they are given.
vi.mock("@sigf1/training", async (importOriginal) => {
  const actual = await importOriginal<typeof import("@sigf1/training")>();
  return {
    ...actual,
    train: vi.fn(actual.train),
    mlpHead: vi.fn(actual.mlpHead),
    trainCountHead: vi.fn(actual.trainCountHead),
  };
});

/** One class whose label is 1 where the only feature is positive. */
function part(rows: number, shift: number): EncodedPart {
  const data = Float32Array.from({ length: rows }, (_, i) => i - rows / 2 + shift);
  const labels = Uint8Array.from(data, (x) => +(x > 0));
  return { features: { rows, cols: 1, data }, labels: { rows, cols: 1, data: labels } };
}
const parts = { train: part(24, 4.1), validation: part(10, 0.2), test: part(14, 0.3) };

const none = { flippedLabels: 0, outliers: 0, outlierScale: 10 };
const context = { parts, classes: ["a"], decisions: [], observer: {} };

async function plan() {
  const text = `experiment: s
dataset: simulated
encoder: identity
losses: [{ use: focal, head: { l2: 0.25 }, optimizer: { use: sgd, learningRate: 0.5, momentum: 0.5 } }]
training: { epochs: 4, batchSize: 7, patience: 2, decision: threshold-0.3 }
`;
  const { losses } = await resolveExperiment(text, "s.yaml");
  return losses[0]!; // the file names one
}

beforeAll(() => useEngine("cpu"));
beforeEach(() => vi.clearAllMocks());

describe("trainLoss", () => {
  it("trains on the training part and stops by the validation part, with every setting and the seed", async () => {
    await trainLoss(await plan(), 5, false, { parts, classes: ["a"], decisions: [], observer: {} });
    expect(vi.mocked(mlpHead)).toHaveBeenCalledWith(
      expect.objectContaining({ seed: 5, l2: 0.25, inputs: 1, outputs: 1 }),
    );
    const given = vi.mocked(train).mock.calls[0]?.[0];
    expect(given).toMatchObject({
      seed: 5,
      epochs: 4,
      batchSize: 7,
      patience: 2,
      optimizer: { name: "sgd", learningRate: 0.5, momentum: 0.5 },
    });
    expect(given?.train).toBe(parts.train);
    expect(given?.validation).toBe(parts.validation);
    const scores = { rows: 3, cols: 1, data: Float32Array.of(0.2, 0.4, 0.6) };
    const labels = { rows: 3, cols: 1, data: Uint8Array.of(0, 1, 1) };
    expect(given?.metric?.(labels, scores)).toBe(1); // at threshold .3, not at .5
  });

  it("fits the decision rules on the validation part and decides the test part", async () => {
    const rule = recordingRule();
    const { record } = await trainLoss(await plan(), 5, false, {
      parts,
      classes: ["a"],
      decisions: [rule],
      observer: {},
    });
    expect(rule.fitted[0]?.labels).toBe(parts.validation.labels);
    expect(rule.decided[0]?.rows).toBe(14);
    expect(record.rows).toHaveLength(1);
  });
});

describe("trainLoss, where `count` is among the decisions", () => {
  const rows = async (...names: string[]) => {
    const { record } = await trainLoss(await plan(), 5, false, {
      ...context,
      decisions: names.map(decisionByName),
    });
    return record.rows;
  };

  it("trains a count head on what the loss is trained on, with the settings and the seed", async () => {
    const corruption = { flippedLabels: 0.3, outliers: 0.5, outlierScale: 10 };
    const decisions = [decisionByName("count")];
    await trainLoss({ ...(await plan()), corruption }, 5, false, { ...context, decisions });
    const [given] = vi.mocked(trainCountHead).mock.calls[0] ?? [];
    expect(given).toMatchObject({ seed: 5, epochs: 4, batchSize: 7, patience: 2 });
    expect(given?.train).toEqual(corruptPart(parts.train, corruption, 5));
    expect(given?.validation).toBe(parts.validation);
  });

  it("gives the rule the counts that the head predicts, of the validation and of the test part", async () => {
    const shown: unknown[] = [];
    const rule: DecisionRule = {
      name: "count",
      fit(_scores, _labels, given) {
        shown.push(given);
        return {
          rule: "count",
          decide(scores, estimates) {
            shown.push(estimates);
            return decisionByName("threshold-0.5").fit(scores, []).decide(scores);
          },
        };
      },
    };
    const predict = vi.fn(async ({ rows }: EncodedPart["features"]) =>
      Uint32Array.from({ length: rows }, (_, row) => row % 2),
    );
    const dispose = vi.fn();
    const counting = { counts: [0, 1], history: [], bestEpoch: 0, predict, dispose };
    vi.mocked(trainCountHead).mockResolvedValueOnce(counting);
    await trainLoss(await plan(), 5, false, { ...context, decisions: [rule] });
    expect(shown.slice(0, 2)).toEqual([
      await predict(parts.validation.features),
      await predict(parts.test.features),
    ]);
    expect(predict).toHaveBeenCalledWith(parts.test.features);
    expect(dispose).toHaveBeenCalledTimes(1);
  });

  it("leaves the rows of other rules as they are without it, and trains no count head there", async () => {
    const alone = await rows("threshold-0.5");
    expect(trainCountHead).not.toHaveBeenCalled();
    const [beside] = await rows("threshold-0.5", "count");
    expect(beside).toEqual(alone[0]);
  });
});

describe("trainLoss, of what a loss has besides its value", () => {
  it("corrupts the training part alone, by the run's seed", async () => {
    const corruption = { flippedLabels: 0.3, outliers: 0.5, outlierScale: 10 };
    await trainLoss({ ...(await plan()), corruption }, 5, false, context);
    const given = vi.mocked(train).mock.calls[0]?.[0];
    expect(given?.train).toEqual(corruptPart(parts.train, corruption, 5));
    expect(given?.train.labels).not.toEqual(parts.train.labels);
    expect(given?.validation).toBe(parts.validation);
  });

  it("records the schedule of each epoch", async () => {
    const adaptive = { ...(await plan()), create: () => adaptiveSigmoidF1({ from: 1, to: 8 }) };
    const { record } = await trainLoss(adaptive, 5, false, context);
    const betas = record.history.map(({ schedule }) => schedule?.beta ?? Number.NaN);
    betas.forEach((beta, epoch) => {
      expect(beta).toBeCloseTo(8 ** (epoch / 3), 5);
    });
    const { record: without } = await trainLoss(await plan(), 5, false, context);
    expect(without.history[0]).not.toHaveProperty("schedule");
    expect(without).not.toHaveProperty("diagnostics");
  });

  it("records the diagnostics after training, and disposes of the loss at last", async () => {
    const said: string[] = [];
    const diagnostics = { draws: 2, acceptance: 0.8, stepSize: 0.1, parameters: [] };
    const loss = Object.assign(focal(), {
      diagnostics: async () => {
        said.push("diagnostics");
        return diagnostics;
      },
      dispose: () => void said.push("dispose"),
    });
    const sampled = { ...(await plan()), create: () => loss };
    const observer = { onEpoch: () => void said.push("epoch") };
    const { record } = await trainLoss(sampled, 5, false, { ...context, observer });
    expect(record.diagnostics).toEqual(diagnostics);
    expect(said.indexOf("diagnostics")).toBeGreaterThan(said.lastIndexOf("epoch"));
    expect(said.at(-1)).toBe("dispose");

    said.length = 0;
    vi.mocked(train).mockRejectedValueOnce(new Error("diverged"));
    await expect(trainLoss(sampled, 5, false, context)).rejects.toThrow("diverged");
    expect(said).toEqual(["dispose"]);
  });
});

describe("runBaseline", () => {
  it("learns from labels that the file's corruption has flipped", async () => {
    const rule = recordingRule();
    const corruption = { ...none, flippedLabels: 1 };
    await runBaseline("prevalence", 5, corruption, { ...context, decisions: [rule] });
    const { data } = parts.train.labels;
    const turned = 1 - data.reduce((sum, label) => sum + label, 0) / data.length;
    for (const score of rule.decided[0]?.data ?? []) expect(score).toBeCloseTo(turned, 6);
  });

  it("learns from the training labels, fits rules on the validation part, decides the test part", async () => {
    const rule = recordingRule();
    await runBaseline("prevalence", 5, none, {
      parts,
      classes: ["a"],
      decisions: [rule],
      observer: {},
    });
    expect(rule.fitted[0]?.labels).toBe(parts.validation.labels);
    const prevalence = parts.train.labels.data.reduce((sum, label) => sum + label, 0) / 24;
    expect(rule.decided[0]?.rows).toBe(14);
    for (const score of rule.decided[0]?.data ?? []) expect(score).toBeCloseTo(prevalence, 6);
  });
});
