import * as tf from "@tensorflow/tfjs-core";
import type { Attribute } from "../graph/Graph.js";
import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value, ValueType } from "../graph/Value.js";
import { expandTo, sourceOf } from "./expandTo.js";
import { withoutLeadingOnes } from "./reshapeTo.js";

/**
 * An ONNX operation that works entry by entry on values that broadcast together; `type` is that of the result, by
 * default the first operand's. It is computed on as few entries as it depends on.
 */
export function elementwise(
  graph: GraphBuilder,
  op: string,
  operands: readonly Value[],
  type: ValueType = operands[0]!.type, // an operation has an operand
  attributes: Readonly<Record<string, Attribute>> = {},
): Value {
  const sources = withoutNeedlessAxes(operands.map((operand) => sourceOf(graph, operand)));
  const result = graph.node(op, sources, { shape: broadcast(sources), type }, attributes);
  return expandTo(graph, result, broadcast(operands));
}

/** The same values for broadcasting, so that equal operations on them become one. */
function withoutNeedlessAxes(values: readonly Value[]): readonly Value[] {
  const shorter = values.map(withoutLeadingOnes);
  const rank = (given: readonly Value[]) => Math.max(...given.map(({ shape }) => shape.length));
  return rank(shorter) === rank(values) ? shorter : values;
}

function broadcast(values: readonly Value[]): number[] {
  return values.reduce<number[]>(
    (shape, value) => tf.broadcast_util.assertAndGetBroadcastShape(shape, [...value.shape]),
    [],
  );
}
