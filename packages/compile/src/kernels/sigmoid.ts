import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";
import { elementwise } from "./elementwise.js";

/**
 * 1 / (1 + e⁻ˣ) of floats, written out: ONNX Runtime's Sigmoid is a polynomial that is 0 from −18 down and has two
 * digits at −12, so that its logarithm would be wrong.
 */
export function sigmoid(graph: GraphBuilder, x: Value): Value {
  const power = elementwise(graph, "Exp", [elementwise(graph, "Neg", [x])]);
  return elementwise(graph, "Reciprocal", [elementwise(graph, "Add", [power, graph.scalar(1)])]);
}
