import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";

/** A float value with `entry` before and after the entries of each axis. */
export function padWith(
  graph: GraphBuilder,
  value: Value,
  entry: number,
  before: readonly number[],
  after: readonly number[],
): Value {
  const pads = [...before, ...after];
  if (pads.every((count) => count === 0)) return value;
  const shape = value.shape.map((length, i) => length + before[i]! + after[i]!); // one for each axis
  const filler = entry === 0 ? undefined : graph.scalar(entry);
  return graph.node("Pad", [value, graph.int64(pads), filler], { shape, type: value.type });
}
