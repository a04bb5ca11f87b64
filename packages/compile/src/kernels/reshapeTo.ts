import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";
import { isSameShape } from "./isSameShape.js";

/** What a reshaped value was before. */
const origins = new WeakMap<Value, Value>();

/** A value in another shape of the same size. */
export function reshapeTo(graph: GraphBuilder, value: Value, shape: readonly number[]): Value {
  if (isSameShape(value.shape, shape)) return value;
  const origin = origins.get(value);
  if (origin !== undefined) return reshapeTo(graph, origin, shape);
  const reshaped = graph.node("Reshape", [value, graph.int64(shape)], { shape, type: value.type });
  origins.set(reshaped, value);
  return reshaped;
}

/** What a value was before it got axes of length 1 in front, which broadcasting gives it anyway. */
export function withoutLeadingOnes(value: Value): Value {
  const origin = origins.get(value);
  if (origin === undefined) return value;
  const added = value.shape.length - origin.shape.length;
  const isLeading = value.shape.every((length, i) => length === (origin.shape[i - added] ?? 1));
  return added > 0 && isLeading ? origin : value;
}
