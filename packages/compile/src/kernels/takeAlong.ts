import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";

/** The entries at these positions of an axis. */
export function takeAlong(
  graph: GraphBuilder,
  value: Value,
  axis: number,
  positions: readonly number[],
): Value {
  const shape = value.shape.map((length, i) => (i === axis ? positions.length : length));
  return graph.node(
    "Gather",
    [value, graph.int64(positions)],
    { shape, type: value.type },
    { axis },
  );
}
