import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";
import { padWith } from "./padWith.js";
import { reshapeTo } from "./reshapeTo.js";
import { sliceOf } from "./sliceOf.js";
import type { Pair } from "./slidingWindow.js";

/**
 * Puts the entries of two neighbouring axes `strides` apart, zeros between them, and makes the axes `lengths` long:
 * the inverse of taking every stride-th entry.
 */
export function spreadOut(
  graph: GraphBuilder,
  x: Value,
  axis: number,
  strides: Pair,
  lengths: Pair,
): Value {
  const [before, rest] = [x.shape.slice(0, axis), x.shape.slice(axis + 2)];
  const [height, width] = x.shape.slice(axis, axis + 2) as [number, number];
  const split = reshapeTo(graph, x, [...before, height, 1, width, 1, ...rest]);
  const room = split.shape.map(() => 0);
  const gaps = [...room];
  gaps[axis + 1] = strides[0] - 1;
  gaps[axis + 3] = strides[1] - 1;
  const spread = padWith(graph, split, 0, room, gaps);
  const spaced: Pair = [height * strides[0], width * strides[1]];
  const joined = reshapeTo(graph, spread, [...before, ...spaced, ...rest]);
  return sliceOf(graph, joined, [
    { axis, start: 0, length: lengths[0] },
    { axis: axis + 1, start: 0, length: lengths[1] },
  ]);
}
