import "@tensorflow/tfjs"; // registers the cpu backend and the gradients
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { useEngine } from "@sigf1/engine";
import { sigmoidF1 } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";
import { InferenceSession } from "onnxruntime-node";
import { beforeAll, describe, expect, it } from "vitest";
import { compile } from "./compile.js";
import { encodeModel } from "./onnx/encodeModel.js";
import { ModelProto } from "./onnx/schema.js";
import { traceFunction } from "./trace/traceFunction.js";

const [BATCH, SIZE, CLASSES] = [4, 12, 5];

beforeAll(async () => {
  await tf.setBackend("cpu");
});

/** Convolution, a depthwise-separable block, the mean of all pixels and a linear layer. */
function smallCnn() {
  let seed = 1;
  const weights = (...shape: number[]) =>
    tf.variable(tf.randomNormal(shape, 0, 0.4, "float32", seed++));
  const filters = {
    stem: weights(3, 3, 3, 8),
    depthwise: weights(3, 3, 8, 1),
    pointwise: weights(1, 1, 8, 16),
    dense: weights(16, CLASSES),
  };
  const norms = [8, 8, 16].map((channels) => ({
    scale: tf.variable(tf.ones([channels])),
    offset: tf.variable(tf.zeros([channels])),
  }));
  const normalize = (x: tf.Tensor, layer: number) => {
    const { mean, variance } = tf.moments(x, [0, 1, 2]);
    const { scale, offset } = norms[layer]!; // as many as layers
    const statistics = [mean, variance, offset, scale] as tf.Tensor1D[];
    const [m, v, o, s] = statistics;
    return tf.relu6(tf.batchNorm(x, m!, v!, o, s)) as tf.Tensor4D; // these four
  };
  const logits = (images: tf.Tensor) => {
    const stem = tf.conv2d(images as tf.Tensor4D, filters.stem as tf.Tensor4D, 2, "same");
    const depthwise = tf.depthwiseConv2d(
      normalize(stem, 0),
      filters.depthwise as tf.Tensor4D,
      2,
      "same",
    );
    const pointwise = tf.conv2d(
      normalize(depthwise, 1),
      filters.pointwise as tf.Tensor4D,
      1,
      "same",
    );
    const pooled = tf.mean(normalize(pointwise, 2), [1, 2]);
    return tf.matMul(pooled as tf.Tensor2D, filters.dense as tf.Tensor2D);
  };
  const variables = [...Object.values(filters), ...norms.flatMap((norm) => Object.values(norm))];
  const loss = sigmoidF1();
  const step = (images: tf.Tensor, labels: tf.Tensor): tf.Scalar => {
    const { value, grads } = tf.variableGrads(
      () => loss(labels as tf.Tensor2D, logits(images)),
      variables,
    );
    for (const variable of variables) {
      variable.assign(tf.sub(variable, tf.mul(grads[variable.name]!, 0.5))); // one for each
    }
    return value;
  };
  return { logits, step, variables };
}

const batch = () => {
  const images = tf.randomNormal([BATCH, SIZE, SIZE, 3], 0, 1, "float32", 100);
  const labels = tf.tensor2d(
    Array.from({ length: BATCH * CLASSES }, (_, i) => (i % 3 === 0 ? 1 : 0)),
    [BATCH, CLASSES],
  );
  return [images, labels] as const;
};

describe("a small convolutional network", () => {
  it("trains as on the cpu backend", async () => {
    const { step, variables } = smallCnn();
    const [images, labels] = batch();
    const compiled = await compile(step, { examples: [images, labels], threads: 1 });
    const losses = [];
    for (let i = 0; i < 20; i++) losses.push((await compiled(images, labels))[0]![0]!); // one loss
    const eager = Array.from({ length: 20 }, () =>
      tf.tidy(() => step(images, labels).dataSync()[0]!),
    );
    const expected = variables.map((variable) => variable.dataSync().slice());
    await compiled.sync();

    expect(Math.max(...losses.map((loss, i) => Math.abs(loss - eager[i]!)))).toBeLessThan(1e-5);
    expect(losses.at(-1)).toBeLessThan(losses[0]! - 0.02);
    variables.forEach((variable, i) => {
      const size = Math.max(...expected[i]!.map(Math.abs)); // as many
      variable.dataSync().forEach((weight, k) => {
        expect(Math.abs(weight - expected[i]![k]!)).toBeLessThan(1e-4 * size);
      });
    });
    await compiled.dispose();
  });

  it("trains where the backend in use has no gradient of a convolution", async () => {
    const cpu = smallCnn();
    const onCpu = await compile(cpu.step, { examples: [...batch()] });
    const expected = await onCpu(...batch());
    await onCpu.dispose();
    await useEngine("wasm");
    // As the stock wasm backend is.
    const supplied = tf.getKernel(tf.Conv2DBackpropFilter, "wasm");
    tf.unregisterKernel(tf.Conv2DBackpropFilter, "wasm");
    try {
      const { step } = smallCnn();
      expect(() => tf.tidy(() => step(...batch()))).toThrow(/Conv2DBackpropFilter/);
      const compiled = await compile(step, { examples: [...batch()] });
      const [loss] = await compiled(...batch());
      expect(loss?.[0]).toBeCloseTo(expected[0]?.[0] ?? Number.NaN, 5);
      await compiled.dispose();
    } finally {
      tf.registerKernel(supplied);
      await tf.setBackend("cpu");
    }
  });

  it("transposes images at its ends alone", async () => {
    const { logits } = smallCnn();
    const image = { shape: [BATCH, SIZE, SIZE, 3], dtype: "float32" } as const;
    const { graph } = traceFunction(logits, [image], []);
    const folder = await mkdtemp(join(tmpdir(), "sigf1-"));
    try {
      const path = join(folder, "optimized.onnx");
      const session = await InferenceSession.create(encodeModel(graph), {
        // What does not depend on the processor.
        graphOptimizationLevel: "extended",
        optimizedModelFilePath: path,
        logSeverityLevel: 3,
      });
      await session.release();
      const { graph: optimized } = ModelProto.toObject(ModelProto.decode(await readFile(path)));
      const nodes: { opType: string; input: string[]; output: string[] }[] = optimized.node;
      const madeBy = (name: string | undefined) =>
        nodes.find(({ output }) => output.some((value) => value === name))?.opType;
      // A number per channel gets axes around it and then their order, which costs nothing.
      const transposes = nodes.filter(
        ({ opType, input: [value] }) =>
          opType === "Transpose" && !["Unsqueeze", "Reshape"].includes(madeBy(value) ?? ""),
      );
      expect(nodes.filter(({ opType }) => opType === "Conv")).toHaveLength(3);
      expect(transposes.length).toBeLessThanOrEqual(2);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
