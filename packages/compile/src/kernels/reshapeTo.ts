import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";

/** A value in another shape of the same size. */
export function reshapeTo(graph: GraphBuilder, value: Value, shape: readonly number[]): Value {
  if (value.shape.length === shape.length && value.shape.every((n, i) => n === shape[i]))
    return value;
  return graph.node("Reshape", [value, graph.int64(shape)], { shape, type: value.type });
}
