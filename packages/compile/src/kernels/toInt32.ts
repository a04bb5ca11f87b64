import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";
import { castTo } from "./castTo.js";
import { elementwise } from "./elementwise.js";

/**
 * Floats as JavaScript writes them into an Int32Array: truncated, NaN and ±Infinity 0, and modulo 2³² where they are
 * too large. (ONNX leaves all but the first open.)
 */
export function toInt32(graph: GraphBuilder, x: Value): Value {
  const size = elementwise(graph, "Abs", [x]);
  const fits = elementwise(graph, "Less", [size, graph.scalar(2 ** 63)], "bool");
  const finite = elementwise(graph, "Where", [fits, x, graph.scalar(0)], "float32");
  const mask = graph.constant(BigInt64Array.of(0xffff_ffffn), [], "int64");
  const low = elementwise(graph, "BitwiseAnd", [castTo(graph, finite, "int64"), mask]);
  return castTo(graph, low, "int32");
}
