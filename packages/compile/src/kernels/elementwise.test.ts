import "@tensorflow/tfjs"; // registers the gradients
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { GraphBuilder } from "../graph/GraphBuilder.js";
import { type TensorFunction, traceFunction } from "../trace/traceFunction.js";
import { elementwise } from "./elementwise.js";
import { expandTo } from "./expandTo.js";

const opsOf = (fn: TensorFunction, ...shapes: number[][]) => {
  const specs = shapes.map((shape) => ({ shape, dtype: "float32" as const }));
  return traceFunction(fn, specs, []).graph.nodes.map(({ op }) => op);
};

beforeAll(() => tf.setBackend("cpu"));

describe("elementwise", () => {
  it("computes on what its operands were expanded from, and expands the result", () => {
    const graph = new GraphBuilder();
    const [row, column] = [graph.input([1, 3], "float32"), graph.input([4, 1], "float32")];
    const spread = elementwise(graph, "Exp", [expandTo(graph, row, [4, 3])]);
    const sum = elementwise(graph, "Add", [spread, column]);
    expect(sum.shape).toEqual([4, 3]);
    const { nodes } = graph.build([spread, sum]);
    expect(nodes.map(({ op }) => op)).toEqual(["Exp", "Expand", "Add"]);
    const exponential = nodes[0]!.outputs[0]!; // of the first
    expect(nodes[2]!.inputs).toEqual([exponential, column.name]); // of the third
  });

  it("takes a constant with equal entries as one number", () => {
    const graph = new GraphBuilder();
    const ones = graph.constant(new Float32Array(100).fill(2), [100], "float32");
    elementwise(graph, "Add", [graph.input([100], "float32"), ones]);
    const sum = elementwise(graph, "Add", [graph.input([100], "float32"), ones]);
    const [constant] = graph.build([sum]).constants;
    expect(constant!.shape).toEqual([]); // there is one
  });

  it("does not take 0 and −0 for equal entries", () => {
    const graph = new GraphBuilder();
    const zeros = graph.constant(Float32Array.of(0, -0), [2], "float32");
    const sum = elementwise(graph, "Div", [graph.input([2], "float32"), zeros]);
    expect(graph.build([sum]).constants[0]!.shape).toEqual([2]); // there is one
  });
});

describe("a traced gradient", () => {
  it("of a mean has no pass over ones", () => {
    const ops = opsOf(
      tf.grad((x) => tf.mean(tf.square(x))),
      [8, 3],
    );
    expect(ops).not.toContain("Expand");
  });

  it("multiplies by no ones", () => {
    expect(opsOf((x) => tf.mul(x, tf.ones([8, 3])), [8, 3])).toEqual(["Identity"]);
  });
});
