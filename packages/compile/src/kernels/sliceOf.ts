import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";

/** A part of an axis: `length` entries from `start` on, `step` apart (default 1; below 0 backwards). */
export interface AxisPart {
  readonly axis: number;
  readonly start: number;
  readonly length: number;
  readonly step?: number;
}

/** Part of a value, by what it takes of some axes. */
export function sliceOf(graph: GraphBuilder, value: Value, parts: readonly AxisPart[]): Value {
  const taken = parts.filter(
    ({ axis, start, length, step = 1 }) =>
      start !== 0 || step !== 1 || length !== value.shape[axis],
  );
  if (taken.length === 0) return value;
  const shape = [...value.shape];
  for (const { axis, length } of taken) shape[axis] = length;
  return graph.node(
    "Slice",
    [
      value,
      graph.int64(taken.map(({ start }) => start)),
      graph.int64(taken.map(endOf)),
      graph.int64(taken.map(({ axis }) => axis)),
      graph.int64(taken.map(({ step = 1 }) => step)),
    ],
    { shape, type: value.type },
  );
}

/** Where a part ends, in ONNX's form: a negative end counts from behind, so that "before 0" is far below 0. */
function endOf({ start, length, step = 1 }: AxisPart): number {
  const end = start + (length - 1) * step + Math.sign(step);
  return end < 0 ? -(2 ** 31) : end;
}
