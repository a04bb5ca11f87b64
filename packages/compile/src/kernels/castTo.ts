import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value, ValueType } from "../graph/Value.js";
import { DATA_TYPES } from "../onnx/encodeModel.js";

/** A value in another type; float to int32 truncates, to bool tells 0 from the rest. */
export function castTo(graph: GraphBuilder, value: Value, type: ValueType): Value {
  if (value.type === type) return value;
  return graph.node("Cast", [value], { shape: value.shape, type }, { to: DATA_TYPES[type] });
}
