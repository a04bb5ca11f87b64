import { useEngine } from "@sigf1/engine";
import {
  type LossInputs,
  lossByName,
  lossNames,
  type MultilabelLoss,
  sigmoidF1,
} from "@sigf1/losses";
import * as tfjs from "@tensorflow/tfjs";
import * as tf from "@tensorflow/tfjs-core";
import { InferenceSession } from "onnxruntime-node";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { compile } from "./compile.js";
import { ImpureFunctionError } from "./trace/ImpureFunctionError.js";
import { TracedReadError } from "./trace/TracedReadError.js";
import { UnsupportedKernelError } from "./trace/UnsupportedKernelError.js";

beforeAll(async () => {
  await useEngine("wasm");
});

/** What every session inherits; the typings keep it to themselves. */
const sessions = (InferenceSession as unknown as { prototype: InferenceSession }).prototype;

const [ROWS, INPUTS, CLASSES] = [12, 5, 3];
const batch = (rows = ROWS) => {
  const x = tf.randomNormal([rows, INPUTS], 0, 1, "float32", rows);
  const y = tf.tidy(() => tf.cast(tf.greater(x.slice([0, 0], [rows, CLASSES]), 0), "float32"));
  return [x, y] as const;
};

/** A linear model, its optimiser and a step of both. */
function model(optimizer: tf.Optimizer) {
  const w = tf.variable(tf.randomNormal([INPUTS, CLASSES], 0, 0.1, "float32", 7));
  const b = tf.variable(tf.zeros([CLASSES]));
  const loss = sigmoidF1();
  const step = (x: tf.Tensor, y: tf.Tensor) =>
    optimizer.minimize(() => loss(y, tf.add(tf.matMul(x as tf.Tensor2D, w), b)), true, [
      w,
      b,
    ]) as tf.Scalar;
  return { w, b, step };
}

const optimizers: Readonly<Record<string, () => tf.Optimizer>> = {
  sgd: () => tf.train.sgd(0.1),
  momentum: () => tf.train.momentum(0.1, 0.9),
  adam: () => tf.train.adam(0.05),
  adamax: () => tf.train.adamax(0.05),
  adagrad: () => tf.train.adagrad(0.1),
  adadelta: () => tf.train.adadelta(0.1),
  rmsprop: () => tf.train.rmsprop(0.01, 0.9, 0.5, 1e-7, true),
};

describe("compile", () => {
  test.each(Object.entries(optimizers))("steps as tf.train.%s does", async (_name, make) => {
    const [x, y] = batch();
    const eager = model(make());
    const traced = model(make());
    const step = await compile(traced.step, { examples: [x, y] });
    for (let i = 0; i < 20; i++) {
      const expected = eager.step(x, y);
      const [loss] = await step(x, y);
      expect(loss?.[0]).toBeCloseTo(expected.dataSync()[0] ?? Number.NaN, 5);
      expected.dispose();
    }
    await step.sync();
    const weights = eager.w.dataSync();
    traced.w.dataSync().forEach((w, i) => {
      expect(w).toBeCloseTo(weights[i] ?? Number.NaN, 4);
    });
    await step.dispose();
  });

  test("steps as Adam with decoupled weight decay does, written by hand", async () => {
    const [x, y] = batch();
    const make = () => {
      const w = tf.variable(tf.randomNormal([INPUTS, CLASSES], 0, 0.1, "float32", 7));
      const [m, v] = [tf.variable(tf.zeros(w.shape)), tf.variable(tf.zeros(w.shape))];
      const count = tf.variable(tf.scalar(0));
      const loss = sigmoidF1();
      const step = (features: tf.Tensor, labels: tf.Tensor) => {
        const { value, grads } = tf.variableGrads(
          () => loss(labels, tf.matMul(features as tf.Tensor2D, w)),
          [w],
        );
        const gradient = grads[w.name]!; // of the one variable
        count.assign(tf.add(count, 1) as tf.Scalar);
        m.assign(tf.add(tf.mul(m, 0.9), tf.mul(gradient, 0.1)));
        v.assign(tf.add(tf.mul(v, 0.999), tf.mul(tf.square(gradient), 0.001)));
        const mean = tf.div(m, tf.sub(1, tf.pow(0.9, count)));
        const spread = tf.sqrt(tf.div(v, tf.sub(1, tf.pow(0.999, count))));
        const update = tf.add(tf.div(mean, tf.add(spread, 1e-8)), tf.mul(w, 0.01));
        w.assign(tf.sub(w, tf.mul(update, 0.05)));
        return value;
      };
      return { w, step };
    };
    const [eager, traced] = [make(), make()];
    const step = await compile(traced.step, { examples: [x, y] });
    for (let i = 0; i < 20; i++) {
      await step(x, y);
      tf.tidy(() => void eager.step(x, y));
    }
    await step.sync();
    const weights = eager.w.dataSync();
    traced.w.dataSync().forEach((w, i) => {
      expect(w).toBeCloseTo(weights[i] ?? Number.NaN, 5);
    });
    await step.dispose();
  });

  test("keeps state inside; sync writes it out, load takes it in", async () => {
    const count = tf.variable(tf.scalar(0));
    const add = (x: tf.Tensor) => {
      count.assign(tf.add(count, tf.sum(x)) as tf.Scalar);
      return tf.mul(count, 10);
    };
    const compiled = await compile(add, { examples: [tf.scalar(1)] });
    expect(await compiled(Float32Array.of(2))).toEqual([Float32Array.of(20)]);
    expect(await compiled(tf.scalar(3))).toEqual([Float32Array.of(50)]);
    expect(count.dataSync()[0]).toBe(0);
    await compiled.sync();
    expect(count.dataSync()[0]).toBe(5);
    count.assign(tf.scalar(100));
    expect(await compiled(Float32Array.of(1))).toEqual([Float32Array.of(60)]);
    await compiled.load();
    expect(await compiled(Float32Array.of(1))).toEqual([Float32Array.of(1010)]);
    await compiled.dispose();
  });

  test("traces once more for another shape, with the same state", async () => {
    const [x, y] = batch();
    const eager = model(tf.train.adam(0.05));
    const traced = model(tf.train.adam(0.05));
    const step = await compile(traced.step, { examples: [x, y] });
    for (const rows of [12, 5, 12, 5, 1]) {
      const [xs, ys] = batch(rows);
      const [loss] = await step(xs.dataSync<"float32">(), ys.dataSync<"float32">());
      expect(loss?.[0]).toBeCloseTo(eager.step(xs, ys).dataSync()[0] ?? Number.NaN, 5);
    }
    await step.dispose();
  });

  test("runs calls in their order, however they are awaited", async () => {
    const count = tf.variable(tf.scalar(0));
    const compiled = await compile(
      (x) => {
        count.assign(tf.add(tf.mul(count, 2), x) as tf.Scalar);
        return count;
      },
      { examples: [tf.scalar(1)] },
    );
    const results = await Promise.all([1, 2, 3].map((x) => compiled(Float32Array.of(x))));
    expect(results.map(([value]) => value?.[0])).toEqual([1, 4, 11]);
    await compiled.dispose();
  });

  test("gives several results, int32 and bool among them", async () => {
    const compiled = await compile(
      (x) => [tf.argMax(x as tf.Tensor2D, 1), tf.greater(x, 0), x, x],
      { examples: [tf.tensor2d([[1, -2]])] },
    );
    const x = Float32Array.of(-1, 3, 5, 4);
    expect(await compiled(x)).toEqual([Int32Array.of(1, 0), Uint8Array.of(0, 1, 1, 1), x, x]);
    await compiled.dispose();
  });

  test("takes a tfjs-layers model, to predict", async () => {
    const layers = tfjs.sequential({
      layers: [tfjs.layers.dense({ units: 2, inputShape: [3], activation: "relu" })],
    });
    const x = tf.tensor2d([1, -2, 0.5, 0, 3, 1], [2, 3]);
    const compiled = await compile(layers, { examples: [x] });
    const [predicted] = await compiled(x);
    (layers.predict(x) as tf.Tensor).dataSync().forEach((z, i) => {
      expect(predicted?.[i]).toBeCloseTo(z, 5);
    });
    await compiled.dispose();
  });

  test("takes tensors whose backend keeps them in another array", async () => {
    await tf.setBackend("cpu");
    const flags = tf.cast(tf.tensor1d([1, 0, 1], "bool"), "float32");
    const compiled = await compile((x) => tf.mul(x, 2), { examples: [flags] });
    expect(await compiled(flags)).toEqual([Float32Array.of(2, 0, 2)]);
    await compiled.dispose();
    await tf.setBackend("wasm");
  });

  test("takes what the function holds from outside as a constant", async () => {
    const held = tf.tensor1d([1, 2, 3]);
    const compiled = await compile((x) => tf.mul(x, held), { examples: [tf.zeros([3])] });
    expect(await compiled(Float32Array.of(1, 1, 1))).toEqual([Float32Array.of(1, 2, 3)]);
    expect([...held.dataSync()]).toEqual([1, 2, 3]);
    await compiled.dispose();
  });

  test.each(lossNames)(
    "gives %s's value and gradient, and what it carries to the next batch",
    async (name) => {
      const [z, y] = batch();
      const logits = z.slice([0, 0], [ROWS, CLASSES]).mul(3);
      const make = () => {
        const loss = lossByName(name) as MultilabelLoss;
        loss.onTrainBegin?.({ examples: 100, counts: [30, 5, 60] });
        const valueAndGrad = (v: tf.Tensor, inputs: LossInputs) => {
          const { value, grad } = tf.valueAndGrad((u: tf.Tensor) => loss(y, u, inputs))(v);
          return [value, grad] as const;
        };
        return { loss, valueAndGrad };
      };
      const [eager, traced] = [make(), make()];
      const inputs = eager.loss.draw?.(ROWS, CLASSES) ?? {};
      const names = Object.keys(inputs);
      const compiled = await compile(
        (v, ...rest) =>
          traced.valueAndGrad(v, Object.fromEntries(names.map((key, i) => [key, rest[i]!]))),
        { examples: [logits, ...Object.values(inputs)] },
      );
      for (let call = 0; call < 2; call++) {
        const drawn = eager.loss.draw?.(ROWS, CLASSES) ?? {};
        const [value, gradient] = await compiled(logits, ...Object.values(drawn));
        const [wanted, slopes] = eager.valueAndGrad(logits, drawn);
        const expected = wanted.dataSync()[0] ?? Number.NaN;
        expect(Math.abs((value?.[0] ?? Number.NaN) - expected)).toBeLessThan(
          1e-6 * (1 + Math.abs(expected)),
        );
        slopes.dataSync().forEach((slope, i) => {
          expect(gradient?.[i]).toBeCloseTo(slope, 6);
        });
      }
      await compiled.dispose();
      for (const { loss } of [eager, traced]) loss.dispose?.();
    },
  );

  test("refuses a function that draws random numbers", async () => {
    const x = tf.ones([4]);
    await expect(compile((v) => tf.dropout(v, 0.5), { examples: [x] })).rejects.toThrow(
      ImpureFunctionError,
    );
    let calls = 0;
    const counting = (v: tf.Tensor) => tf.mul(v, ++calls);
    await expect(compile(counting, { examples: [x] })).rejects.toThrow(/something else each time/);
  });

  test("refuses a function that reads a value", async () => {
    const branching = (x: tf.Tensor) => ((x.dataSync()[0] ?? 0) > 0 ? x : tf.neg(x));
    await expect(compile(branching, { examples: [tf.scalar(1)] })).rejects.toThrow(TracedReadError);
  });

  test("names the kernel and the tfjs call that it has no form for", async () => {
    const unique = (x: tf.Tensor) => tf.unique(x as tf.Tensor1D).values;
    const refused = compile(unique, { examples: [tf.tensor1d([1, 1])] });
    await expect(refused).rejects.toThrow(UnsupportedKernelError);
    await expect(refused).rejects.toThrow(/"Unique", called by tf\.unique/);
  });

  test("names a kernel that is not tfjs-core's own", async () => {
    tf.registerKernel({
      kernelName: "Custom",
      backendName: "wasm",
      kernelFunc: ({ inputs }) => inputs.x!,
    });
    const custom = (x: tf.Tensor) => tf.engine().runKernel("Custom", { x }) as tf.Tensor;
    const refused = compile(custom, { examples: [tf.scalar(1)] });
    await expect(refused).rejects.toThrow(UnsupportedKernelError);
    await expect(refused).rejects.toThrow(/"Custom"/);
    tf.unregisterKernel("Custom", "wasm");
  });

  test("refuses to assign a variable that the examples left alone, and keeps its value", async () => {
    const last = tf.variable(tf.scalar(7));
    const compiled = await compile(
      (x) => {
        if (x.shape[0] === 4) last.assign(tf.sum(x));
        return tf.neg(x);
      },
      { examples: [tf.zeros([2])] },
    );
    await expect(compiled(new Float32Array(4))).rejects.toThrow(/assigns the variable.*`state`/);
    expect(last.dataSync()[0]).toBe(7);
    expect(await compiled(Float32Array.of(1, 2))).toEqual([Float32Array.of(-1, -2)]);
    await compiled.dispose();
  });

  test("refuses a function that gives no tensor, as an async one", async () => {
    const later = async (x: tf.Tensor) => x;
    await expect(compile(later as never, { examples: [tf.scalar(1)] })).rejects.toThrow(
      /gives a tensor or an array of tensors, synchronously/,
    );
  });

  test("a failed trace leaves the backend and the variables as they were", async () => {
    const w = tf.variable(tf.scalar(4));
    const failing = (x: tf.Tensor) => {
      w.assign(tf.mul(w, x) as tf.Scalar);
      return tf.scalar(w.dataSync()[0] ?? 0);
    };
    await expect(compile(failing, { examples: [tf.scalar(2)] })).rejects.toThrow(TracedReadError);
    expect(tf.getBackend()).toBe("wasm");
    expect(w.dataSync()[0]).toBe(4);
  });

  test.each<[string, object | undefined, RegExp]>([
    ["no options", undefined, /"examples" must be an array of tensors/],
    ["examples that are no array", { examples: tf.scalar(1) }, /"examples" must be/],
    ["examples that are no tensors", { examples: [Float32Array.of(1)] }, /"examples" must be/],
    ["an unknown option", { examples: [], thread: 2 }, /unknown option "thread"; known: examples/],
    ["state that is no variable", { examples: [], state: [tf.scalar(1)] }, /"state" must be/],
    ["no threads", { examples: [], threads: 0 }, /"threads" must be a positive integer/],
  ])("refuses %s", async (_what, options, message) => {
    await expect(compile(() => tf.scalar(1), options as never)).rejects.toThrow(message);
  });

  test("refuses what is neither a function nor a model", async () => {
    await expect(compile("abc" as never, { examples: [] })).rejects.toThrow(/function of tensors/);
  });

  test("names the shapes of matrices that don't fit", async () => {
    const w = tf.variable(tf.zeros([3, 2]));
    const compiled = await compile((x) => tf.matMul(x as tf.Tensor2D, w), {
      examples: [tf.zeros([4, 3])],
    });
    await expect(compiled(tf.zeros([4, 5]))).rejects.toThrow(/\[4,5\] and \[3,2\]/);
    await compiled.dispose();
  });

  test("refuses inputs of the wrong number or size", async () => {
    const compiled = await compile((x) => tf.neg(x), { examples: [tf.zeros([2, 3])] });
    await expect(compiled()).rejects.toThrow("the function takes 1 inputs, got 0");
    for (const size of [4, 0])
      await expect(compiled(new Float32Array(size))).rejects.toThrow(
        /do not fill rows of shape \[3\]/,
      );
    await expect(compiled(1 as never)).rejects.toThrow("input 0 must be a tensor or a typed array");
    await compiled.dispose();
  });

  test("passes execution providers on", async () => {
    const options = { examples: [tf.scalar(2)], executionProviders: ["cpu"] };
    const compiled = await compile((x) => tf.neg(x), options);
    expect(await compiled(Float32Array.of(2))).toEqual([Float32Array.of(-2)]);
    await compiled.dispose();
    await expect(
      compile((x) => tf.neg(x), { ...options, executionProviders: ["abacus"] }),
    ).rejects.toThrow(/abacus/);
  });

  test("frees its sessions, a failed shape among its calls, and runs no more", async () => {
    const release = vi.spyOn(sessions, "release");
    const compiled = await compile(
      (x) => (x.shape[0] === 3 ? tf.unique(x as tf.Tensor1D).values : tf.neg(x)),
      { examples: [tf.zeros([2])] },
    );
    await compiled(new Float32Array(1));
    await expect(compiled(new Float32Array(3))).rejects.toThrow(UnsupportedKernelError);
    await compiled.dispose();
    expect(release).toHaveBeenCalledTimes(2);
    await expect(compiled(new Float32Array(2))).rejects.toThrow(/is disposed/);
    await compiled.dispose();
    expect(release).toHaveBeenCalledTimes(2);
    release.mockRestore();
  });

  test("leaks nothing over 10,000 steps: neither tensors nor memory of the process", async () => {
    // A state of 16 KiB: leaked at each step it would come to 160 MiB.
    const w = tf.variable(tf.ones([4096]));
    const step = (x: tf.Tensor) => {
      w.assign(tf.mul(w, x) as tf.Tensor1D);
      return tf.mean(w);
    };
    const compiled = await compile(step, { examples: [tf.scalar(1)] });
    const run = async (steps: number) => {
      for (let i = 0; i < steps; i++) await compiled(Float32Array.of(1));
    };
    await run(2000);
    const [tensors, rss] = [tf.memory().numTensors, process.memoryUsage().rss];
    await run(10_000);
    expect(tf.memory().numTensors).toBe(tensors);
    expect((process.memoryUsage().rss - rss) / 2 ** 20).toBeLessThan(32);
    await compiled.dispose();
  });
});
