import * as tf from "@tensorflow/tfjs-core";
import type { Value } from "../graph/Value.js";
import { castTo } from "./castTo.js";
import { elementwise } from "./elementwise.js";
import type { KernelCall, Lowering, Lowerings } from "./Lowering.js";

/** Values in a type that ONNX can order. */
const ordered = ({ graph }: KernelCall, value: Value) =>
  value.type === "bool" ? castTo(graph, value, "int32") : value;

const comparison =
  (op: string): Lowering =>
  (call) => {
    const [a, b] = [call.inputs.a!, call.inputs.b!]; // the inputs of a comparison
    return elementwise(call.graph, op, [ordered(call, a), ordered(call, b)], "bool");
  };

const connective =
  (op: string): Lowering =>
  ({ graph, inputs }) =>
    elementwise(graph, op, [inputs.a!, inputs.b!]); // the inputs of a logical operation

/** A question about floats; other numbers give the answer for 0. */
const floatTest =
  (answer: (call: KernelCall, x: Value) => Value): Lowering =>
  (call) => {
    const x = castTo(call.graph, call.inputs.x!, "float32"); // the input of a unary kernel
    return answer(call, x);
  };

const infinityOf = ({ graph }: KernelCall) => graph.scalar(Infinity);

/** Comparisons, logic, and choice by them. */
export const logicalLowerings: Lowerings = {
  Equal: comparison("Equal"),
  NotEqual: (call) => {
    const [a, b] = [call.inputs.a!, call.inputs.b!]; // the inputs of a comparison
    return elementwise(call.graph, "Not", [elementwise(call.graph, "Equal", [a, b], "bool")]);
  },
  Greater: comparison("Greater"),
  GreaterEqual: comparison("GreaterOrEqual"),
  Less: comparison("Less"),
  LessEqual: comparison("LessOrEqual"),
  LogicalAnd: connective("And"),
  LogicalOr: connective("Or"),
  LogicalNot: ({ graph, inputs }) => elementwise(graph, "Not", [inputs.x!]), // the input of a unary kernel
  IsNan: floatTest(({ graph }, x) => elementwise(graph, "IsNaN", [x], "bool")),
  IsInf: floatTest((call, x) => {
    const size = elementwise(call.graph, "Abs", [x]);
    return elementwise(call.graph, "Equal", [size, infinityOf(call)], "bool");
  }),
  IsFinite: floatTest((call, x) => {
    const size = elementwise(call.graph, "Abs", [x]);
    return elementwise(call.graph, "Less", [size, infinityOf(call)], "bool");
  }),
  Select: ({ graph, inputs }) => {
    const [condition, t, e] = [inputs.condition!, inputs.t!, inputs.e!]; // the kernel's inputs
    const result = tf.upcastType(t.type as "float32", e.type as "float32") as "float32";
    // ONNX Runtime chooses between numbers only.
    const type = (result as string) === "bool" ? "int32" : result;
    const [then, otherwise] = [castTo(graph, t, type), castTo(graph, e, type)];
    const chosen = elementwise(graph, "Where", [condition, then, otherwise], type);
    return castTo(graph, chosen, result);
  },
};
