import "@tensorflow/tfjs"; // registers the cpu backend and the gradients
import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { finite, tensorOf } from "../testing/arbitraries.js";
import { type Call, itMatchesCpu } from "../testing/itMatchesCpu.js";
import { runCompiled } from "../testing/runCompiled.js";
import { type TensorFunction, traceFunction } from "../trace/traceFunction.js";

beforeAll(() => tf.setBackend("cpu"));

/** The graph of a function of images, a number per channel and images. */
function traced(fn: TensorFunction) {
  const specs = [IMAGES, CHANNELS, IMAGES].map((shape) => ({ shape, dtype: "float32" as const }));
  return traceFunction(fn, specs, []).graph;
}

const [IMAGES, CHANNELS] = [[2, 3, 4, 5], [5]];

describe("sums of products", () => {
  const kinds: Readonly<Record<string, (...x: tf.Tensor[]) => tf.Tensor>> = {
    "factor per channel": (x, c) => tf.sum(tf.mul(c!, x!), [0, 1, 2]),
    "factor per channel, axes kept": (x, c) => tf.sum(tf.mul(c!, x!), [0, 1, 2], true),
    "factors on both sides": (x, c, y) =>
      tf.sum(tf.mul(tf.mul(c!, x!), tf.mul(y!, tf.mul(c!, 2))), [0, 1, 2]),
    "negative product": (x, c) => tf.sum(tf.neg(tf.mul(x!, c!)), [0, 2, 1]),
    "factor that differs along an axis": (x, c) => tf.sum(tf.mul(c!, x!), [2, 3]),
    "whole sum": (x, c) => tf.sum(tf.mul(tf.mul(x!, 3), tf.mul(tf.sum(c!), -2))),
    "chain of numbers": (x, c) => tf.sum(tf.mul(tf.mul(tf.mul(x!, 3), tf.sum(c!)), 0.5), 1),
    "factor with axes in front": (x, c) => tf.sum(tf.mul(tf.reshape(c!, [1, 1, 1, 5]), x!), [0, 1]),
  };
  it.each([
    // The product of images, the factors of the sum.
    ["factor per channel", 1],
    ["factors on both sides", 4],
  ])("multiply the sum by the factors: %s", (kind, count) => {
    const { nodes } = traced(kinds[kind]!); // a kind
    expect(nodes.filter(({ op }) => op === "Mul")).toHaveLength(count);
    const sum = nodes.findIndex(({ op }) => op === "ReduceSum");
    expect(nodes.slice(0, sum).filter(({ op }) => op === "Mul").length).toBeLessThanOrEqual(2);
  });
  const inputs = fc.tuple(
    tensorOf(IMAGES, finite),
    tensorOf(CHANNELS, finite),
    tensorOf(IMAGES, finite),
  );
  const calls: fc.Arbitrary<Call> = fc
    .tuple(fc.constantFrom(...Object.keys(kinds)), inputs)
    .map(([label, given]) => ({ run: kinds[label]!, inputs: given, label })); // a kind
  itMatchesCpu("match", calls, { relative: 1e-4, absolute: 1e-3, numRuns: 60 });
});

describe("products", () => {
  it("with two factors take one pass where one is an ordinary constant", () => {
    const { nodes, inputs } = traced((x, c) => tf.mul(tf.mul(x!, 2), c!));
    const [images, channels] = inputs.map(({ name }) => name);
    expect(nodes).toHaveLength(2);
    expect(nodes[0]!.inputs).toContain(channels); // there are two
    expect(nodes[1]!.inputs).toContain(images);
  });

  it("of 0 and factors whose product is infinite stay 0", async () => {
    const one = { shape: [1, 2], dtype: "float32", values: [0, 1e-30] } as const;
    const factor = { shape: [1], dtype: "float32", values: [1e16] } as const;
    const cube: TensorFunction = (x, c) => {
      const product = tf.mul(tf.mul(tf.mul(x!, c!), c!), c!);
      return [product, tf.sum(product, 1)];
    };
    const [product, sum] = await runCompiled(cube, [one, factor]);
    expect(product!.values[0]).toBe(0);
    expect(product!.values[1]).toBeCloseTo(1e18, -13);
    expect(sum!.values[0]! / 1e18).toBeCloseTo(1, 4);
  });
});
