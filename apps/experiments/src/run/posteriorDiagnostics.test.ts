import { useEngine } from "@sigf1/engine";
import { bayesianSigmoidF1, focal, sigmoidF1 } from "@sigf1/losses";
import { mlpHead, predict } from "@sigf1/training";
import { memory, type Tensor2D, tensor2d, tidy } from "@tensorflow/tfjs-core";
import { beforeAll, expect, test, vi } from "vitest";
import type { EncodedPart } from "./encodeParts.js";
import { posteriorDiagnostics } from "./posteriorDiagnostics.js";

/** Two classes, whose labels hang on one feature each. */
function part(rows = 60): EncodedPart {
  const features = Float32Array.from({ length: 2 * rows }, (_, i) => Math.sin(7 * i + 1));
  const labels = Uint8Array.from(features, (x, i) => +(x + 0.6 * Math.cos(5 * i) > 0.3));
  return {
    features: { rows, cols: 2, data: features },
    labels: { rows, cols: 2, data: labels },
  };
}

const head = mlpHead.bind(undefined, { inputs: 2, outputs: 2, seed: 3 });
const temperature = 4;

beforeAll(() => useEngine("cpu"));

/** Mean and standard deviation of log β by sums over a grid. */
async function byQuadrature(rows: number): Promise<{ mean: number; sd: number }> {
  const { features, labels } = part();
  const network = head();
  const { data } = await predict(network, features);
  network.dispose();
  let [total, first, second] = [0, 0, 0];
  for (let x = -4; x <= 4; x += 0.2) {
    for (let y = -4; y <= 4; y += 0.2) {
      const loss = sigmoidF1({ beta: Math.exp(0.5 * x), eta: 0.5 * y });
      const value = tidy(
        () =>
          loss(
            tensor2d(labels.data.subarray(0, 2 * rows), [rows, 2], "float32"),
            tensor2d(data.subarray(0, 2 * rows), [rows, 2]),
          ).dataSync()[0] ?? Number.NaN,
      );
      const weight = Math.exp(-((2 * rows) / temperature) * value - (x * x + y * y) / 2);
      total += weight;
      first += weight * 0.5 * x;
      second += weight * (0.5 * x) ** 2;
    }
  }
  return { mean: first / total, sd: Math.sqrt(second / total - (first / total) ** 2) };
}

test("posteriorDiagnostics samples the posterior on the first batch, at the head as it stands", async () => {
  const loss = bayesianSigmoidF1({ temperature, steps: 5 });
  const said = await posteriorDiagnostics(loss, head(), part(), 40);
  expect(said?.draws).toBe(500);
  const [beta] = said?.parameters ?? [];
  const logs = beta?.values?.map(Math.log) ?? [];
  const mean = logs.reduce((sum, x) => sum + x / logs.length, 0);
  const sd = Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2 / logs.length, 0));
  const truth = await byQuadrature(40);
  // four standard errors
  expect(Math.abs(mean - truth.mean)).toBeLessThan((4 * truth.sd) / Math.sqrt(beta?.ess ?? 0));
  expect(sd / truth.sd).toBeGreaterThan(0.8);
  expect(sd / truth.sd).toBeLessThan(1.25);
  expect(beta?.rHat).toBeLessThan(1.1);
});

test("posteriorDiagnostics says the same whatever the loss drew before, and leaves it as it was", async () => {
  const options = { temperature, seed: 7 };
  const fresh = await posteriorDiagnostics(bayesianSigmoidF1(options), head(), part(), 40);
  const used = bayesianSigmoidF1(options);
  const scored = (logits: Tensor2D) => tidy(() => [...used.scores(logits).dataSync()]);
  const logits = tensor2d([
    [4, -9],
    [-3, 8],
  ]);
  for (let i = 0; i < 30; i++) tidy(() => void used(tensor2d([1, 0, 0, 1], [2, 2]), logits));
  const scores = scored(logits);
  expect(await posteriorDiagnostics(used, head(), part(), 40)).toEqual(fresh);
  expect(scored(logits)).toEqual(scores);
});

test("posteriorDiagnostics looks at the first batch alone, and at no more rows than there are", async () => {
  const said = (rows: number, batchSize: number) =>
    posteriorDiagnostics(bayesianSigmoidF1({ steps: 20 }), head(), part(rows), batchSize);
  const small = await said(20, 20);
  expect(await said(60, 20)).toEqual(small);
  expect(await said(20, 1000)).toEqual(small);
});

test("posteriorDiagnostics leaves no tensors behind", async () => {
  const loss = bayesianSigmoidF1({ steps: 50 });
  const network = head();
  loss.onTrainBegin({ examples: 60, counts: [20, 20] });
  const { numTensors } = memory();
  await posteriorDiagnostics(loss, network, part(), 40);
  expect(memory().numTensors).toBe(numTensors);
});

test("posteriorDiagnostics of a loss that samples nothing is undefined, and does not call it", async () => {
  const loss = vi.fn(focal());
  expect(await posteriorDiagnostics(loss as never, head(), part(), 40)).toBeUndefined();
  expect(loss).not.toHaveBeenCalled();
});

test("posteriorDiagnostics stops with the signal's reason, the loss as it was", async () => {
  const loss = bayesianSigmoidF1();
  loss.onTrainBegin({ examples: 60, counts: [20, 20] });
  const stop = new AbortController();
  const stopped = posteriorDiagnostics(loss, head(), part(), 40, stop.signal);
  setTimeout(() => stop.abort(new Error("interrupted")), 30);
  await expect(stopped).rejects.toThrow("interrupted");
  expect((await loss.diagnostics()).draws).toBe(0);
});
