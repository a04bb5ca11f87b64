import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";

/** What a transposed value was before: a transpose of it starts there, so that two that cancel leave nothing. */
const origins = new WeakMap<Value, { readonly value: Value; readonly axes: readonly number[] }>();

/** A value with its axes in another order: axis i of the result is axis `axes[i]` of the value. */
export function transpose(graph: GraphBuilder, value: Value, axes: readonly number[]): Value {
  const origin = origins.get(value);
  if (origin !== undefined) {
    return transpose(
      graph,
      origin.value,
      axes.map((axis) => origin.axes[axis]!), // a permutation of its axes
    );
  }
  if (axes.every((axis, i) => axis === i)) return value;
  const shape = axes.map((axis) => value.shape[axis]!);
  const result = graph.node("Transpose", [value], { shape, type: value.type }, { perm: axes });
  origins.set(result, { value, axes });
  return result;
}
