import * as tf from "@tensorflow/tfjs-core";
import type { GraphBuilder } from "../graph/GraphBuilder.js";
import { sizeOf, type Value } from "../graph/Value.js";
import { elementwise } from "./elementwise.js";
import { expandTo } from "./expandTo.js";
import type { KernelCall, Lowerings } from "./Lowering.js";
import { numeric } from "./numeric.js";
import { reversed } from "./reversed.js";
import { sliceOf } from "./sliceOf.js";

const scanOf = (kernel: string, { inputs, attrs }: KernelCall) => {
  const x = numeric(kernel, inputs.x!); // the input of a scan
  const axis = tf.util.parseAxisParam(attrs.axis as number, [...x.shape])[0] ?? 0;
  return { x, axis, exclusive: attrs.exclusive === true, reverse: attrs.reverse === true };
};

/** Sums and products of the entries so far. */
export const scanLowerings: Lowerings = {
  Cumsum: (call) => {
    const { x, axis, exclusive, reverse } = scanOf("Cumsum", call);
    const { graph } = call;
    const position = graph.constant(BigInt64Array.of(BigInt(axis)), [], "int64");
    const attributes = { exclusive: exclusive ? 1 : 0, reverse: reverse ? 1 : 0 };
    return graph.node("CumSum", [x, position], x, attributes);
  },
  Cumprod: (call) => {
    const { x, axis, exclusive, reverse } = scanOf("Cumprod", call);
    const { graph } = call;
    const length = x.shape[axis] ?? 0;
    if (sizeOf(x.shape) === 0) return x;
    const forward = reverse ? reversed(graph, x, [axis]) : x;
    let product = exclusive ? delayed(graph, forward, axis, 1) : forward;
    // Each round doubles the number of entries that a product is of.
    for (let reach = 1; reach < length; reach *= 2) {
      product = elementwise(graph, "Mul", [product, delayed(graph, product, axis, reach)]);
    }
    return reverse ? reversed(graph, product, [axis]) : product;
  },
};

/** Entries moved along an axis by a number of places, with 1 in front; the last ones are dropped. */
function delayed(graph: GraphBuilder, x: Value, axis: number, places: number): Value {
  const length = x.shape[axis]!; // an axis of x
  const front = x.shape.map((n, i) => (i === axis ? places : n));
  const ones = expandTo(graph, graph.scalar(1, x.type as "float32"), front);
  const rest = sliceOf(graph, x, [{ axis, start: 0, length: length - places }]);
  return graph.node("Concat", [ones, rest], x, { axis });
}
