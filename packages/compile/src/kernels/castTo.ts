import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value, ValueType } from "../graph/Value.js";

const DATA_TYPES: Readonly<Record<ValueType, number>> = { float32: 1, int32: 6, int64: 7, bool: 9 };

/** A value in another type; float to int32 truncates, to bool tells 0 from the rest. */
export function castTo(graph: GraphBuilder, value: Value, type: ValueType): Value {
  if (value.type === type) return value;
  return graph.node("Cast", [value], { shape: value.shape, type }, { to: DATA_TYPES[type] });
}
