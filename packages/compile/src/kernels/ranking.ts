import * as tf from "@tensorflow/tfjs-core";
import { sizeOf } from "../graph/Value.js";
import { castTo } from "./castTo.js";
import { elementwise } from "./elementwise.js";
import { expandTo } from "./expandTo.js";
import type { Lowering, Lowerings } from "./Lowering.js";
import { reshapeTo } from "./reshapeTo.js";

/**
 * The position of the first largest or smallest entry. tfjs never moves on from a NaN at the first position, and
 * never to one further on: `most` in its place and the opposite in theirs do the same.
 */
const position =
  (op: string, most: number): Lowering =>
  ({ graph, inputs, attrs }) => {
    const given = inputs.x!; // the kernel's input
    const x = given.type === "bool" ? castTo(graph, given, "int32") : given;
    const axis = tf.util.parseAxisParam(attrs.axis as number, [...x.shape])[0]!; // one axis
    const shape = x.shape.filter((_, i) => i !== axis);
    const count = x.shape[axis]!; // as above
    const stand = Float32Array.from({ length: count }, (_, i) => (i === 0 ? most : -most));
    const alongAxis = x.shape.map((_, i) => (i === axis ? count : 1));
    const entries =
      x.type === "float32"
        ? elementwise(
            graph,
            "Where",
            [
              elementwise(graph, "IsNaN", [x], "bool"),
              graph.constant(stand, alongAxis, "float32"),
              x,
            ],
            "float32",
          )
        : x;
    const result = graph.node(op, [entries], { shape, type: "int64" }, { axis, keepdims: 0 });
    return castTo(graph, result, "int32");
  };

/** Where entries stand in an order. */
export const rankingLowerings: Lowerings = {
  ArgMax: position("ArgMax", Infinity),
  ArgMin: position("ArgMin", -Infinity),
  // Sorted always: the order that tfjs leaves them in otherwise is nobody's.
  TopK: ({ graph, inputs, attrs }) => {
    const given = inputs.x!; // the kernel's input
    const x = given.type === "bool" ? castTo(graph, given, "int32") : given;
    const k = attrs.k as number;
    const shape = [...x.shape.slice(0, -1), k];
    const [values, positions] = graph.nodes(
      "TopK",
      [x, graph.int64([k])],
      [
        { shape, type: x.type },
        { shape, type: "int64" },
      ],
    );
    return [castTo(graph, values!, given.type), castTo(graph, positions!, "int32")]; // two outputs
  },
  // The number of entries of each sorted row that are below a value, or not above it.
  SearchSorted: ({ graph, inputs, attrs }) => {
    const [sequence, values] = [inputs.sortedSequence!, inputs.values!]; // the kernel's inputs
    const [rows, length] = sequence.shape as [number, number];
    const { shape } = values;
    if (length === 0 || sizeOf(shape) === 0)
      return expandTo(graph, graph.scalar(0, "int32"), shape);
    const entries = reshapeTo(graph, sequence, [rows, 1, length]);
    const places = reshapeTo(graph, values, [...shape, 1]);
    const op = attrs.side === "left" ? "Less" : "LessOrEqual";
    const isBefore = elementwise(graph, op, [entries, places], "bool");
    return graph.node(
      "ReduceSum",
      [castTo(graph, isBefore, "int32"), graph.int64([2])],
      { shape, type: "int32" },
      { keepdims: 0 },
    );
  },
};
