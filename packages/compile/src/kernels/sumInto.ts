import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";
import { elementwise } from "./elementwise.js";
import { expandTo } from "./expandTo.js";
import { reshapeTo } from "./reshapeTo.js";

/**
 * Adds up rows of a matrix by group: row g of the result is the sum of the rows whose place is g. A row whose place is
 * no group is left out. (ScatterElements, not ScatterND: ONNX Runtime adds that one's rows in threads that race.)
 */
export function sumInto(graph: GraphBuilder, rows: Value, places: Value, groups: number): Value {
  const [count, length] = rows.shape as [number, number];
  const type = rows.type as "float32"; // or int32
  const zero = graph.scalar(0, "int32");
  const base = expandTo(graph, graph.scalar(0, type), [groups, length]);
  if (groups * length * count === 0) return base;
  const column = reshapeTo(graph, places, [count, 1]);
  const isGroup = elementwise(graph, "And", [
    elementwise(graph, "GreaterOrEqual", [column, zero], "bool"),
    elementwise(graph, "Less", [column, graph.scalar(groups, "int32")], "bool"),
  ]);
  const group = elementwise(graph, "Where", [isGroup, column, zero], "int32");
  const counted = elementwise(graph, "Where", [isGroup, rows, graph.scalar(0, type)], type);
  const targets = expandTo(graph, group, [count, length]);
  return graph.node("ScatterElements", [base, targets, counted], base, {
    axis: 0,
    reduction: "add",
  });
}
