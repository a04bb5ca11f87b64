import "@tensorflow/tfjs";
import "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { multiplyTransposed } from "./multiplyTransposed.js";
import { repairWasmMatMul } from "./repairWasmMatMul.js";

/** Numbers in [-1, 1] that differ from place to place. */
const filled = (shape: number[], salt: number): tf.Tensor =>
  tf.tensor(
    Float32Array.from({ length: tf.util.sizeFromShape(shape) }, (_, i) => Math.sin(i * 1.7 + salt)),
    shape,
  );

/** Computes on wasm and on cpu; checks that they agree and that wasm keeps nothing. */
async function agree(compute: () => tf.Tensor): Promise<void> {
  const values: Float32Array[] = [];
  const shapes: number[][] = [];
  for (const backend of ["cpu", "wasm"]) {
    await tf.setBackend(backend);
    const data = tf.engine().backend.numDataIds();
    const tensors = tf.memory().numTensors;
    const result = tf.tidy(compute);
    values.push((await result.data()) as Float32Array);
    shapes.push(result.shape);
    result.dispose();
    expect(tf.engine().backend.numDataIds()).toBe(data);
    expect(tf.memory().numTensors).toBe(tensors);
  }
  const [expected = new Float32Array(), actual = new Float32Array()] = values;
  expect(shapes[1]).toEqual(shapes[0]);
  expect(actual.length).toBe(expected.length);
  const worst = expected.reduce(
    (most, v, i) => Math.max(most, Math.abs(v - (actual[i] ?? NaN))),
    0,
  );
  expect(worst).toBeLessThan(1e-4);
}

const side = fc.oneof(
  fc.constant(1),
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 10, max: 70 }),
);
const stored = (rows: number, columns: number, transposed: boolean): number[] =>
  transposed ? [columns, rows] : [rows, columns];

describe("the repaired matrix product", () => {
  beforeAll(() => repairWasmMatMul());

  test("equals that of the cpu backend for every shape and both flags, and leaks nothing", async () => {
    await fc.assert(
      fc.asyncProperty(side, side, side, fc.boolean(), fc.boolean(), async (m, k, n, tA, tB) => {
        await agree(() =>
          tf.matMul(filled(stored(m, k, tA), 1), filled(stored(k, n, tB), 2), tA, tB),
        );
      }),
      { numRuns: 150 },
    );
  });

  test("equals it for batches, also where one side has a batch of one", async () => {
    const batch = fc.constantFrom([], [1], [3], [1, 1], [2, 1], [1, 3], [2, 3]);
    const small = fc.integer({ min: 1, max: 6 });
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(batch, batch).filter(([a, b]) => broadcasts(a, b)),
        fc.tuple(small, small, small),
        fc.boolean(),
        fc.boolean(),
        async ([outerA, outerB], [m, k, n], tA, tB) => {
          const a = [...outerA, ...stored(m, k, tA)];
          const b = [...outerB, ...stored(k, n, tB)];
          await agree(() => tf.matMul(filled(a, 1), filled(b, 2), tA, tB));
        },
      ),
      { numRuns: 100 },
    );
  });

  test("equals it when fused with a bias and an activation", async () => {
    const activation = fc.constantFrom(
      "linear" as const,
      "relu" as const,
      "relu6" as const,
      "prelu" as const,
    );
    await fc.assert(
      fc.asyncProperty(
        side,
        side,
        side,
        fc.boolean(),
        fc.boolean(),
        activation,
        fc.boolean(),
        async (m, k, n, tA, tB, act, biased) => {
          await agree(() =>
            tf.fused.matMul({
              a: filled(stored(m, k, tA), 1) as tf.Tensor2D,
              b: filled(stored(k, n, tB), 2) as tf.Tensor2D,
              transposeA: tA,
              transposeB: tB,
              activation: act,
              ...(biased ? { bias: filled([n], 3) } : {}),
              ...(act === "prelu" ? { preluActivationWeights: filled([n], 4) } : {}),
            }),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  test("gives the gradients of the cpu backend to both sides", async () => {
    await agree(() => {
      const [x, w] = [filled([6, 40], 1), filled([40, 3], 2)];
      const [dx, dw] = tf.grads((a, b) => tf.sum(tf.square(tf.matMul(a, b))))([x, w]);
      return tf.concat([(dx as tf.Tensor).flatten(), (dw as tf.Tensor).flatten()]);
    });
  });

  test("multiplies by data that was a right side in another shape before", async () => {
    // The stock kernel aborts here: it takes the packed [4, 6] for the [6, 4].
    await agree(() => {
      const [x, ones] = [filled([4, 6], 1), tf.ones([2, 4])];
      return tf.tidy(() =>
        tf.concat([
          tf.matMul(ones, x).flatten(),
          tf.matMul(tf.ones([2, 6]), x.reshape([6, 4])).flatten(),
          tf.matMul(filled([6, 3], 2), x.reshape([6, 4]), true).flatten(),
          tf.matMul(tf.ones([2, 1]), filled([1, 1], 3)).flatten(),
        ]),
      );
    });
  });

  test("keeps no temporary when the kernel throws", async () => {
    await tf.setBackend("wasm");
    const failing = multiplyTransposed(() => {
      throw new Error("no memory");
    });
    const { backend } = tf.engine();
    const [a, b] = [tf.ones([30, 20]), tf.ones([30, 10])];
    const before = backend.numDataIds();
    const attrs = { transposeA: true, transposeB: false };
    expect(() => failing({ inputs: { a, b }, attrs, backend })).toThrow("no memory");
    expect(backend.numDataIds()).toBe(before);
    tf.dispose([a, b]);
  });

  test("a clone shares its data, which outlives the original", async () => {
    await tf.setBackend("wasm");
    const { backend } = tf.engine();
    const x = tf.tensor1d([1, 2, 3]);
    const before = backend.numDataIds();
    const clone = tf.engine().runKernel(tf.Identity, { x }) as tf.Tensor;
    expect(backend.numDataIds()).toBe(before);
    expect(clone.dataId).toBe(x.dataId);
    x.dispose();
    expect([...clone.dataSync()]).toEqual([1, 2, 3]);
    clone.dispose();
    expect(backend.numDataIds()).toBe(before - 1);
  });

  test("names both shapes when they do not fit", async () => {
    await tf.setBackend("wasm");
    expect(() => tf.matMul(tf.ones([2, 3]), tf.ones([2, 3]), true, true)).toThrow(/shapes/);
  });

  test("is repaired once, however often it is asked for, and says nothing", () => {
    const warn = vi.spyOn(console, "warn");
    const before = tf.getKernel("BatchMatMul", "wasm");
    repairWasmMatMul();
    expect(tf.getKernel("BatchMatMul", "wasm")).toBe(before);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});

function broadcasts(a: readonly number[], b: readonly number[]): boolean {
  return a.every((size, i) => {
    const other = b[i + b.length - a.length] ?? 1;
    return size === other || size === 1 || other === 1;
  });
}
