import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";
import { castTo } from "./castTo.js";
import { elementwise } from "./elementwise.js";
import { expandTo } from "./expandTo.js";
import { factoredAlong } from "./factored.js";
import type { KernelCall, Lowering, Lowerings } from "./Lowering.js";
import { type ReducedAxes, reducedAxes } from "./reducedAxes.js";

/** What a reduction is done with. */
interface Reduction extends ReducedAxes {
  readonly graph: GraphBuilder;
  /** The tensor; int32 instead of bool. */
  readonly x: Value;
  readonly keepDims: boolean;
}

const reductionOf = ({ graph, inputs, attrs }: KernelCall): Reduction => {
  const given = inputs.x!; // the input of a reduction
  const x = given.type === "bool" ? castTo(graph, given, "int32") : given;
  const keepDims = attrs.keepDims === true;
  // tfjs calls Max's axes by another name.
  const axis = attrs.axis ?? attrs.reductionIndices;
  return { graph, x, keepDims, ...reducedAxes(x, axis, keepDims) };
};

/** Reduces; tfjs gives `ofNothing` for entries that come from none. */
function reduce(op: string, reduction: Reduction, x = reduction.x, ofNothing = 0): Value {
  const { graph, axes, shape, count, keepDims } = reduction;
  if (count === 0) {
    const type = x.type === "float32" ? "float32" : "int32";
    return castTo(graph, expandTo(graph, graph.scalar(ofNothing, type), shape), x.type);
  }
  if (axes.length === 0) return x;
  const inputs = [x, graph.int64(axes)];
  return graph.node(op, inputs, { shape, type: x.type }, { keepdims: keepDims ? 1 : 0 });
}

/** The largest or smallest entries; NaN where there is one, which ONNX Runtime overlooks. */
const extremum =
  (op: string): Lowering =>
  (call) => {
    const reduction = reductionOf(call);
    const { graph, x, axes } = reduction;
    if (x.type !== "float32") return castTo(graph, reduce(op, reduction), call.inputs.x!.type);
    const result = reduce(op, reduction, x, NaN);
    if (axes.length === 0) return result;
    // All entries between 0 and 0 are 0, but for NaN.
    const zero = graph.scalar(0);
    const nothing = elementwise(graph, "Clip", [x, zero, zero]);
    return elementwise(graph, "Sub", [result, reduce("ReduceSum", reduction, nothing)]);
  };

/** All or any, as the smallest or largest of 0 and 1. */
const logical =
  (op: string): Lowering =>
  (call) =>
    castTo(call.graph, reduce(op, reductionOf(call)), "bool");

/** Reductions over axes. */
export const reductionLowerings: Lowerings = {
  Sum: (call) => {
    const reduction = reductionOf(call);
    const { graph, x, axes, count, keepDims } = reduction;
    if (axes.length === 0 || count === 0) return reduce("ReduceSum", reduction);
    const { factors, rest } = factoredAlong(graph, x, axes, keepDims);
    return factors.reduce(
      (sum, factor) => elementwise(graph, "Mul", [sum, factor]),
      reduce("ReduceSum", reduction, rest),
    );
  },
  Mean: (call) => {
    const reduction = reductionOf(call);
    return reduce("ReduceMean", reduction, castTo(call.graph, reduction.x, "float32"));
  },
  Prod: (call) => {
    const reduction = reductionOf(call);
    const { graph, x } = reduction;
    // In 64 bits, of which the lower half counts: ONNX Runtime's product of int32 does not wrap around.
    const wide = x.type === "int32" ? castTo(graph, x, "int64") : x;
    return castTo(graph, reduce("ReduceProd", reduction, wide, 1), x.type);
  },
  Max: extremum("ReduceMax"),
  Min: extremum("ReduceMin"),
  All: logical("ReduceMin"),
  Any: logical("ReduceMax"),
};
