import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";
import { sliceOf } from "./sliceOf.js";
import type { Pair, SlidingWindow } from "./slidingWindow.js";

/**
 * The gradients of the positions of a window that a gradient kernel knows. tfjs does not tell it how the forward kernel
 * rounded their number, so that it knows fewer where that rounded up, and ignores the rest.
 */
export const knownGradients = (
  graph: GraphBuilder,
  dy: Value,
  { output }: SlidingWindow,
  [vertical, horizontal]: Pair,
): Value =>
  sliceOf(graph, dy, [
    { axis: vertical, start: 0, length: output[0] },
    { axis: horizontal, start: 0, length: output[1] },
  ]);
