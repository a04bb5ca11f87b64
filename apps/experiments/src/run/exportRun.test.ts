import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { lossNames } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { expect, test, vi } from "vitest";
import { ConfigurationError } from "../config/ConfigurationError.js";
import { resolveExperiment } from "../config/resolveExperiment.js";
import { decodeSafetensors } from "../results/safetensors.js";
import { temporaryFolder } from "../testing/temporaryFolder.test.fixture.js";
import { exportRun } from "./exportRun.js";
import { runCell } from "./runCell.js";

const text = `experiment: small
dataset: { use: simulated, examples: 300, classes: 4, cardinality: 1.2 }
encoder: standard-scaler
head: { hidden: [6] }
training: { epochs: 3 }
losses: [{ use: sigmoid-f1, beta: 3, eta: 0.5 }]
decisions: [threshold-0.5, count]
baselines: [random]
seeds: [0]
`;

test("exportRun gives an ONNX model of the trained head and the loss's scores, without the count head", async () => {
  vi.stubEnv("SIGF1_CACHE", await temporaryFolder());
  const out = await temporaryFolder();
  const { runs } = await runCell(await resolveExperiment(text, "small.yaml"), { out });
  const [trained = "", baseline = ""] = runs.map((run) => join(out, run));

  const session = await InferenceSession.create(await exportRun(trained));
  const features = tf.randomNormal([5, 32], 0, 1, "float32", 3);
  const result = await session.run({
    features: new Tensor("float32", features.dataSync(), [5, 32]),
  });

  const { tensors } = decodeSafetensors(await readFile(join(trained, "model.safetensors")));
  expect(tensors).toHaveProperty(["countHead.counts"]);
  expect(session.outputNames).toEqual(["logits", "scores"]);
  const at = (name: string) => {
    const { shape = [], data = new Float32Array() } = tensors[name] ?? {};
    return tf.tensor(data, [...shape]);
  };
  const logits = tf.tidy(() => {
    const hidden = tf.relu(tf.add(tf.matMul(features, at("layers.0.kernel")), at("layers.0.bias")));
    return tf.add(tf.matMul(hidden, at("layers.1.kernel")), at("layers.1.bias")).dataSync();
  });
  expect(result.logits?.dims).toEqual([5, 4]);
  logits.forEach((z, i) => {
    expect(result.logits?.data[i]).toBeCloseTo(z, 4);
    expect(result.scores?.data[i]).toBeCloseTo(1 / (1 + Math.exp(-3 * (z + 0.5))), 4);
  });
  await expect(exportRun(baseline)).rejects.toThrow(ConfigurationError);
});

test("exportRun gives every loss's scores, those of a loss with variables by them", async () => {
  vi.stubEnv("SIGF1_CACHE", await temporaryFolder());
  const out = await temporaryFolder();
  const all = text
    .replace(/losses: .*/, `losses: [${lossNames.join(", ")}]`)
    .replace("baselines: [random]", "baselines: []");
  const { runs } = await runCell(await resolveExperiment(all, "all.yaml"), { out });
  expect(runs).toHaveLength(lossNames.length);
  const features = tf.randomNormal([5, 32], 0, 1, "float32", 3).dataSync();
  for (const run of runs) {
    const session = await InferenceSession.create(await exportRun(join(out, run)));
    const { logits, scores } = await session.run({
      features: new Tensor("float32", features, [5, 32]),
    });
    const numbers = (values: Tensor | undefined) => Array.from(values?.data ?? [], Number);
    const [z, s] = [numbers(logits), numbers(scores)];
    expect(s).toHaveLength(20);
    expect(s.filter((score) => !(score >= 0 && score <= 1))).toEqual([]);
    if (!run.includes("bayesian")) continue;
    // Not by the prior's centre, where S is σ.
    const furthest = Math.max(...z.map((x, i) => Math.abs(1 / (1 + Math.exp(-x)) - s[i]!))); // as many
    expect(furthest).toBeGreaterThan(0.01);
  }
});
