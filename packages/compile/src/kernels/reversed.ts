import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";

/** A value with the entries of some axes in reverse order. */
export function reversed(graph: GraphBuilder, value: Value, axes: readonly number[]): Value {
  if (axes.length === 0) return value;
  return graph.node(
    "Slice",
    [
      value,
      graph.int64(axes.map(() => -1)), // the last entry
      graph.int64(axes.map(() => -(2 ** 31))), // beyond the first
      graph.int64(axes),
      graph.int64(axes.map(() => -1)),
    ],
    value,
  );
}
