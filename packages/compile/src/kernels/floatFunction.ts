import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";
import { castTo } from "./castTo.js";
import type { Lowering } from "./Lowering.js";
import { numeric } from "./numeric.js";
import { toInt32 } from "./toInt32.js";

/** Lowers a function of floats; that of an int32 tensor is int32 in tfjs, computed in floats and truncated. */
export const floatFunction =
  (kernel: string, apply: (graph: GraphBuilder, x: Value) => Value): Lowering =>
  ({ graph, inputs }) => {
    const x = numeric(kernel, inputs.x!); // the input of a unary kernel
    const y = apply(graph, castTo(graph, x, "float32"));
    return x.type === "int32" ? toInt32(graph, y) : y;
  };
