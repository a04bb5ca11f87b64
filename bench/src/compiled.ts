import { useEngine } from "@sigf1/engine";
import { sigmoidF1 } from "@sigf1/losses";
import { type Batch, eagerStep, mlpHead, type TrainingStep } from "@sigf1/training";
import { compiledStep } from "@sigf1/training/compiled";
import * as tf from "@tensorflow/tfjs-core";
import type { Comparison } from "./compare.js";
import { median } from "./median.js";
import { registeredKernels, registerKernels, stockKernels } from "./stockKernels.js";
import { summary } from "./summary.js";
import { timePeer } from "./timePeer.js";
import { timeRuns } from "./timeRuns.js";

/** Batch, inputs, hidden units (0: a linear head), classes. */
const SHAPES = [
  [256, 768, 0, 200],
  [256, 768, 512, 200],
  [256, 768, 1024, 145],
  [256, 5000, 256, 58],
] as const;
/** Each side is timed in turn, so many times, for so long. */
const ROUNDS = 5;
const SECONDS = 1;
const OURS = "compiled, 2 threads";

/**
 * Times a training step (sigmoidF1, Adam): compiled, on the stock wasm engine, and in eager PyTorch with one and with
 * two threads (python3 with torch 1.13 or later; where it is missing, says so).
 */
export async function compiled(): Promise<Comparison[]> {
  await useEngine("wasm");
  const comparisons: Comparison[] = [];
  for (const shape of SHAPES) comparisons.push(...(await compareShape(shape)));
  for (const peer of new Set(comparisons.map(({ times }) => times[1]?.label ?? ""))) {
    const ratios = comparisons.filter(({ times }) => times[1]?.label === peer);
    const product = ratios.reduce((sum, { ratio }) => sum + Math.log(ratio), 0);
    console.log(
      `geometric mean, compiled / ${peer}: ${Math.exp(product / ratios.length).toFixed(3)}`,
    );
  }
  return comparisons;
}

async function compareShape(shape: (typeof SHAPES)[number]): Promise<Comparison[]> {
  const [rows, inputs, hidden, classes] = shape;
  const batch = randomBatch(rows, inputs, classes);
  const make = (step: typeof eagerStep) =>
    step(mlpHead({ inputs, outputs: classes, hidden: hidden > 0 ? [hidden] : [] }), sigmoidF1(), {
      name: "adam",
    });
  const ours = make((head, loss, options) => compiledStep(head, loss, options, { threads: 2 }));
  const stock = make(eagerStep);
  const repaired = registeredKernels();
  const sides: Record<string, () => Promise<number[]> | number[]> = {
    [OURS]: () => timeSteps(ours, batch),
    "stock wasm": async () => {
      registerKernels(stockKernels);
      const times = await timeSteps(stock, batch);
      registerKernels(repaired);
      return times;
    },
    "PyTorch, 2 threads": () => timePeer("training_step.py", [...shape, SECONDS, 2]),
    "PyTorch, 1 thread": () => timePeer("training_step.py", [...shape, SECONDS, 1]),
  };
  const medians: Record<string, number[]> = Object.fromEntries(
    Object.keys(sides).map((label) => [label, []]),
  );
  for (let round = 0; round < ROUNDS; round++) {
    for (const [label, time] of Object.entries(sides)) {
      const times = await time();
      if (times.length > 0) medians[label]?.push(median(times));
    }
  }
  await ours.dispose();
  await stock.dispose();
  const { [OURS]: first = [], ...others } = medians;
  const timed = Object.entries(others).filter(([, values]) => values.length > 0);
  return timed.map(([label, values]) => ({
    title: `Training step, ${inputs} → ${hidden > 0 ? `${hidden} → ` : ""}${classes}, batch ${rows}`,
    target: label === "stock wasm" ? "≤ 0.05" : "geometric mean ≤ 0.8",
    times: [summary(OURS, first), summary(label, values)],
    ratio: median(first) / median(values),
  }));
}

function randomBatch(rows: number, inputs: number, classes: number): Batch {
  const uniform = (cols: number) => {
    const tensor = tf.randomUniform([rows, cols], -1, 1, "float32", cols);
    const data = tensor.dataSync<"float32">().slice();
    tensor.dispose();
    return { rows, cols, data };
  };
  const features = uniform(inputs);
  const labels = uniform(classes);
  return {
    features,
    labels: { ...labels, data: labels.data.map((x) => (x > 0.9 ? 1 : 0)) },
    masks: [],
  };
}

/** Milliseconds of each step, its loss read. */
const timeSteps = (step: TrainingStep, batch: Batch): Promise<number[]> =>
  timeRuns(async () => {
    const loss = await step.run(batch);
    if (typeof loss !== "number") {
      await loss.data();
      loss.dispose();
    }
  }, SECONDS);
