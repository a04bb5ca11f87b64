import { prevalence } from "@sigf1/baselines";
import { useEngine } from "@sigf1/engine";
import { adaptiveSigmoidF1, focal } from "@sigf1/losses";
import { type DecisionRule, decisionByName, type ScoreMatrix } from "@sigf1/metrics";
import { mlpHead, train, trainCountHead } from "@sigf1/training";
import { add, matMul, relu, type Tensor2D, tensor, tensor2d } from "@tensorflow/tfjs-core";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { LossPlan } from "../config/LossPlan.js";
import { resolveExperiment } from "../config/resolveExperiment.js";
import { recordingRule } from "../testing/recordingRule.test.fixture.js";
import { CountHeads } from "./CountHeads.js";
import { corruptPart } from "./corruption/corruptPart.js";
import type { EncodedPart } from "./encodeParts.js";
import type { RunEvent } from "./RunEvent.js";
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
function part(rows: number, shift: number): EncodedPart<ScoreMatrix> {
  const data = Float32Array.from({ length: rows }, (_, i) => i - rows / 2 + shift);
  const labels = Uint8Array.from(data, (x) => +(x > 0));
  return { features: { rows, cols: 1, data }, labels: { rows, cols: 1, data: labels } };
}
const parts = { train: part(24, 4.1), validation: part(10, 0.2), test: part(14, 0.3) };

const none = { flippedLabels: 0, outliers: 0, outlierScale: 10 };
const context = { parts, classes: ["a"], decisions: [], observer: () => {} };

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
    await trainLoss(await plan(), 5, false, {
      parts,
      classes: ["a"],
      decisions: [],
      observer: () => {},
    });
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
      observer: () => {},
    });
    expect(rule.fitted[0]?.labels).toBe(parts.validation.labels);
    expect(rule.decided[0]?.rows).toBe(14);
    expect(record.rows).toHaveLength(1);
  });
});

describe("trainLoss, where `count` is among the decisions", () => {
  const hidden = [8];
  const counting = () => ({
    ...context,
    decisions: [decisionByName("count")],
    countHeads: new CountHeads({ hidden: [5], l2: 0.125 }),
  });
  const learning = async (): Promise<LossPlan> => {
    const settled = await plan();
    const training = { ...settled.training, epochs: 30, patience: 30 };
    return { ...settled, optimizer: { use: "adam", learningRate: 0.05 }, training };
  };

  /** `count`, which notes the counts that it is given: first those of the validation part, then those of the test part. */
  function watched() {
    const shown: (ArrayLike<number> | undefined)[] = [];
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
    return { rule, shown };
  }

  it("trains a count head on what the loss is trained on, with the settings and the seed", async () => {
    const corruption = { flippedLabels: 0.3, outliers: 0.5, outlierScale: 10 };
    await trainLoss({ ...(await plan()), corruption }, 5, false, counting());
    const [given] = vi.mocked(trainCountHead).mock.calls[0] ?? [];
    expect(given).toMatchObject({ seed: 5, epochs: 4, batchSize: 7, patience: 2 });
    expect(given).toMatchObject({ hidden: [5], l2: 0.125 });
    expect(given?.train).toEqual(corruptPart(parts.train, corruption, 5));
    expect(given?.validation).toBe(parts.validation);
  });

  it("gives the rule the counts that the head predicts, of the validation and of the test part", async () => {
    const { rule, shown } = watched();
    const predict = vi.fn(async ({ rows }: EncodedPart["features"]) =>
      Uint32Array.from({ length: rows }, (_, row) => row % 2),
    );
    const dispose = vi.fn();
    const head = mlpHead({ inputs: 1, outputs: 2 });
    const made = { counts: [0, 1], head, history: [], bestEpoch: 0, predict, dispose };
    vi.mocked(trainCountHead).mockResolvedValueOnce(made);
    await trainLoss(await plan(), 5, false, { ...counting(), decisions: [rule] });
    expect(shown.slice(0, 2)).toEqual([
      await predict(parts.validation.features),
      await predict(parts.test.features),
    ]);
    expect(predict).toHaveBeenCalledWith(parts.test.features);
    expect(dispose).toHaveBeenCalledTimes(1);
  });

  it("stores the weights and counts from which the rule's counts can be predicted again", async () => {
    const { rule, shown } = watched();
    const settled = await learning();
    const deep = { ...settled, head: { ...settled.head, hidden } };
    const { model } = await trainLoss(deep, 5, false, { ...counting(), decisions: [rule] });
    const layer = (name: string, x: Tensor2D) => {
      const [kernel, bias] = ["kernel", "bias"].map((part) => {
        const stored = model?.tensors[`${name}.${part}`];
        return tensor(stored?.data ?? [], [...(stored?.shape ?? [])]);
      });
      return add<Tensor2D>(matMul(x, kernel as Tensor2D), bias as Tensor2D);
    };
    const { rows, cols, data } = parts.test.features;
    const inner = relu(layer("layers.0", tensor2d(data, [rows, cols])));
    const logits = layer("countHead.layers.1", relu(layer("countHead.layers.0", inner)));
    const counts = model?.tensors["countHead.counts"]?.data ?? [];
    expect(counts).toEqual(Float32Array.of(0, 1));
    const again = Array.from(logits.argMax(1).dataSync(), (column) => counts[column]);
    expect(Array.from(shown[1] ?? [])).toEqual(again);
    expect(new Set(again).size).toBe(2);
  });

  it("trains one count head for all losses with a linear head that train alike, the one that each would get", async () => {
    const settled = await learning();
    const other = {
      ...settled,
      name: "other",
      create: () => adaptiveSigmoidF1({ from: 1, to: 8 }),
    };
    const countsOf = async (countHeads: CountHeads, plans: readonly LossPlan[]) => {
      const { rule, shown } = watched();
      for (const each of plans) {
        await trainLoss(each, 5, false, { ...context, decisions: [rule], countHeads });
      }
      return shown;
    };
    const shared = await countsOf(counting().countHeads, [settled, other]);
    expect(trainCountHead).toHaveBeenCalledTimes(1);
    const alone = await countsOf(counting().countHeads, [other]);
    expect(trainCountHead).toHaveBeenCalledTimes(2);
    expect(shared.slice(-alone.length)).toEqual(alone);
    expect(new Set(alone.flatMap((counts) => Array.from(counts ?? []))).size).toBe(2);
  });

  it.each<[string, (settled: LossPlan) => Partial<LossPlan>]>([
    ["a hidden layer", ({ head }) => ({ head: { ...head, hidden } })],
    ["another optimiser", () => ({ optimizer: { use: "sgd", learningRate: 0.25 } })],
    ["other epochs", ({ training }) => ({ training: { ...training, epochs: 3 } })],
    ["another corruption", () => ({ corruption: { ...none, flippedLabels: 0.3 } })],
  ])("trains a count head of its own for a loss with %s", async (_what, change) => {
    const settled = await plan();
    const changed = { ...settled, ...change(settled) };
    const shared = counting();
    for (const each of [settled, changed, changed]) await trainLoss(each, 5, false, shared);
    const times = changed.head.hidden.length > 0 ? 3 : 2;
    expect(trainCountHead).toHaveBeenCalledTimes(times);
  });

  it("leaves the rows of other rules as they are without it, and trains no count head there", async () => {
    const decisions = [decisionByName("threshold-0.5")];
    const alone = await trainLoss(await plan(), 5, false, { ...context, decisions });
    expect(trainCountHead).not.toHaveBeenCalled();
    const beside = await trainLoss(await plan(), 5, false, { ...counting(), decisions });
    expect(trainCountHead).toHaveBeenCalledTimes(1);
    expect(beside.record.rows).toEqual(alone.record.rows);
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
    const observer = ({ event }: RunEvent) => {
      if (event === "epoch") said.push("epoch");
    };
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
  const trivial = {
    name: "prevalence",
    trivial: true,
    options: { use: "prevalence" },
    create: () => prevalence(),
  };

  it("learns from labels that the file's corruption has flipped", async () => {
    const rule = recordingRule();
    const corruption = { ...none, flippedLabels: 1 };
    await runBaseline(trivial, 5, corruption, { ...context, decisions: [rule] });
    const { data } = parts.train.labels;
    const turned = 1 - data.reduce((sum, label) => sum + label, 0) / data.length;
    for (const score of rule.decided[0]?.data ?? []) expect(score).toBeCloseTo(turned, 6);
  });

  it("learns from the training labels, fits rules on the validation part, decides the test part", async () => {
    const rule = recordingRule();
    await runBaseline(trivial, 5, none, {
      parts,
      classes: ["a"],
      decisions: [rule],
      observer: () => {},
    });
    expect(rule.fitted[0]?.labels).toBe(parts.validation.labels);
    const share = parts.train.labels.data.reduce((sum, label) => sum + label, 0) / 24;
    expect(rule.decided[0]?.rows).toBe(14);
    for (const score of rule.decided[0]?.data ?? []) expect(score).toBeCloseTo(share, 6);
  });
});
