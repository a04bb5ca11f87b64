import { expect, test } from "vitest";
import { GraphBuilder } from "./GraphBuilder.js";
import { isSameGraph } from "./isSameGraph.js";

const float = (shape: number[]) => ({ shape, type: "float32" as const });

test("notes equal nodes and equal small constants once", () => {
  const graph = new GraphBuilder();
  const x = graph.input([2], "float32");
  const one = graph.scalar(1);
  expect(graph.scalar(1)).toBe(one);
  expect(graph.node("Add", [x, one], float([2]))).toBe(graph.node("Add", [x, one], float([2])));
  expect(graph.node("Add", [x, x], float([2]))).not.toBe(graph.node("Add", [x, one], float([2])));
});

test("tells −0 from 0, in any place, and NaN from infinity in attributes", () => {
  const graph = new GraphBuilder();
  const pair = (...data: number[]) => graph.constant(Float32Array.from(data), [2], "float32");
  expect(pair(0, -0)).not.toBe(pair(-0, 0));
  const x = graph.input([], "float32");
  const node = (float_: number) => graph.node("Elu", [x], float([]), { alpha: { float: float_ } });
  expect(node(Number.NaN)).not.toBe(node(Number.POSITIVE_INFINITY));
});

test("builds what the results need and nothing else", () => {
  const graph = new GraphBuilder();
  const x = graph.input([], "float32");
  const used = graph.node("Neg", [x], float([]));
  graph.node("Exp", [graph.scalar(3)], float([]));
  const built = graph.build([used]);
  expect(built.nodes.map(({ op }) => op)).toEqual(["Neg"]);
  expect(built.constants).toEqual([]);
});

test("copies a result that is an input or stands twice: ONNX names each output once", () => {
  const graph = new GraphBuilder();
  const x = graph.input([], "float32");
  const y = graph.node("Neg", [x], float([]));
  const built = graph.build([x, y, y]);
  expect(built.nodes.map(({ op }) => op).toSorted()).toEqual(["Identity", "Identity", "Neg"]);
  expect(new Set(built.outputs.map(({ name }) => name)).size).toBe(3);
  expect(built.outputs.some(({ name }) => name === x.name)).toBe(false);
});

test("graphs are the same only with the same constants", () => {
  const make = (value: number) => {
    const graph = new GraphBuilder();
    const x = graph.input([], "float32");
    return graph.build([graph.node("Mul", [x, graph.scalar(value)], float([]))]);
  };
  expect(isSameGraph(make(2), make(2))).toBe(true);
  expect(isSameGraph(make(2), make(3))).toBe(false);
});
