import type { GraphBuilder } from "../graph/GraphBuilder.js";
import { sizeOf, type Value } from "../graph/Value.js";
import { isSameShape } from "./isSameShape.js";

const sources = new WeakMap<Value, Value>();

/** A value spread over a shape that it broadcasts to. */
export function expandTo(graph: GraphBuilder, value: Value, shape: readonly number[]): Value {
  if (isSameShape(value.shape, shape)) return value;
  const { type } = value;
  const expanded = graph.node("Expand", [value, graph.int64(shape)], { shape, type });
  sources.set(expanded, sourceOf(graph, value));
  return expanded;
}

/**
 * The smallest value known to broadcast to this one: what it was expanded from, or the entry that all entries of a
 * constant equal. tfjs's gradients are full of such values (dy of a sum, times ones), and an operation on the source
 * saves a pass over memory.
 */
export function sourceOf(graph: GraphBuilder, value: Value): Value {
  const known = sources.get(value);
  if (known !== undefined) return known;
  const { data, shape, type } = value;
  const isUniform =
    data !== undefined &&
    sizeOf(shape) > 1 &&
    data.every((entry: number | bigint) => Object.is(entry, data[0]));
  const source = isUniform ? graph.constant(data.slice(0, 1), [], type) : value;
  sources.set(value, source);
  return source;
}
