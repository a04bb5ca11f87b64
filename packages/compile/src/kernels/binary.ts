import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";
import { castTo } from "./castTo.js";
import { elementwise } from "./elementwise.js";
import { expandTo, sourceOf } from "./expandTo.js";
import { multiply } from "./factored.js";
import type { KernelCall, Lowering, Lowerings } from "./Lowering.js";
import { numeric } from "./numeric.js";
import { toInt32 } from "./toInt32.js";

const operandsOf = (kernel: string, { inputs }: KernelCall): [Value, Value] => [
  numeric(kernel, inputs.a!), // the inputs of a binary kernel
  numeric(kernel, inputs.b!),
];

const arithmetic =
  (kernel: string, op = kernel): Lowering =>
  (call) =>
    elementwise(call.graph, op, operandsOf(kernel, call));

/** What ONNX has for numbers and, as a logical operation, for bool. */
const extremum =
  (op: string, logical: string): Lowering =>
  ({ graph, inputs }) => {
    const [a, b] = [inputs.a!, inputs.b!]; // the inputs of a binary kernel
    return elementwise(graph, a.type === "bool" ? logical : op, [a, b]);
  };

/** Whether every entry of a value is the number one. */
const isOne = (graph: GraphBuilder, value: Value) => {
  const { data, shape, type } = sourceOf(graph, value);
  return type !== "bool" && data?.[0] === 1 && shape.length === 0;
};

/** Arithmetic on two tensors. */
export const binaryLowerings: Lowerings = {
  Add: arithmetic("Add"),
  // inputs by position
  AddN: ({ graph, inputs }) =>
    Object.values(inputs)
      .map((value) => numeric("AddN", value))
      .reduce((sum, value) => elementwise(graph, "Add", [sum, value])),
  Sub: arithmetic("Sub"),
  Multiply: ({ graph, inputs }) => {
    const [a, b] = [inputs.a!, inputs.b!]; // the inputs of a binary kernel
    if (a.type === "bool") return elementwise(graph, "And", [a, b]);
    const product = multiply(graph, a, b);
    if (isOne(graph, a)) return expandTo(graph, b, product.shape);
    if (isOne(graph, b)) return expandTo(graph, a, product.shape);
    return product;
  },
  SquaredDifference: (call) => {
    const difference = elementwise(call.graph, "Sub", operandsOf("SquaredDifference", call));
    return elementwise(call.graph, "Mul", [difference, difference]);
  },
  Maximum: extremum("Max", "Or"),
  Minimum: extremum("Min", "And"),
  Pow: (call) => {
    const [a, b] = operandsOf("Pow", call);
    return a.type === "int32" ? intPower(call.graph, a, b) : power(call.graph, a, b);
  },
  Atan2: (call) => {
    const [y, x] = operandsOf("Atan2", call);
    const [floatY, floatX] = [castTo(call.graph, y, "float32"), castTo(call.graph, x, "float32")];
    const angle = atan2(call.graph, floatY, floatX);
    return y.type === "int32" ? toInt32(call.graph, angle) : angle;
  },
  BitwiseAnd: arithmetic("BitwiseAnd"),
};

/** JavaScript's power is NaN where ±1 has an exponent that is not finite; C's is 1. */
function power(graph: GraphBuilder, a: Value, b: Value): Value {
  const result = elementwise(graph, "Pow", [a, b]);
  const exponents = b.data as Float32Array | undefined; // b is a float
  if (exponents?.every(Number.isFinite)) return result;
  const one = elementwise(
    graph,
    "Equal",
    [elementwise(graph, "Abs", [a]), graph.scalar(1)],
    "bool",
  );
  const size = elementwise(graph, "Abs", [b]);
  const finite = elementwise(graph, "Less", [size, graph.scalar(Infinity)], "bool");
  const wrong = elementwise(graph, "And", [one, elementwise(graph, "Not", [finite])]);
  return elementwise(graph, "Where", [wrong, graph.scalar(NaN), result], "float32");
}

/** In 64 bits, of which the lower half counts; 0 to a negative power, which is infinite, becomes 0. */
function intPower(graph: GraphBuilder, a: Value, b: Value): Value {
  const [wideA, wideB] = [castTo(graph, a, "int64"), castTo(graph, b, "int64")];
  const result = castTo(graph, elementwise(graph, "Pow", [wideA, wideB]), "int32");
  const zero = graph.scalar(0, "int32");
  const isInfinite = elementwise(graph, "And", [
    elementwise(graph, "Equal", [a, zero], "bool"),
    elementwise(graph, "Less", [b, zero], "bool"),
  ]);
  return elementwise(graph, "Where", [isInfinite, zero, result], "int32");
}

/** The angle of (x, y), from the arctangent of |y| / |x| and the signs, that of zero among them. */
function atan2(graph: GraphBuilder, y: Value, x: Value): Value {
  const zero = graph.scalar(0);
  const pick = (test: Value, then: Value, otherwise: Value) =>
    elementwise(graph, "Where", [test, then, otherwise], "float32");
  const isBelowZero = (value: Value) => elementwise(graph, "Less", [value, zero], "bool");
  const isZero = (value: Value) => elementwise(graph, "Equal", [value, zero], "bool");
  const isNegative = (value: Value) =>
    elementwise(graph, "Or", [
      isBelowZero(value),
      elementwise(graph, "And", [
        isZero(value),
        isBelowZero(elementwise(graph, "Reciprocal", [value])),
      ]),
    ]);
  const [height, width] = [elementwise(graph, "Abs", [y]), elementwise(graph, "Abs", [x])];
  const isSame = elementwise(graph, "Equal", [height, width], "bool");
  // 0/0 and ∞/∞
  const same = pick(isZero(height), zero, graph.scalar(1));
  const ratio = pick(isSame, same, elementwise(graph, "Div", [height, width]));
  const acute = elementwise(graph, "Atan", [ratio]);
  const obtuse = elementwise(graph, "Sub", [graph.scalar(Math.PI), acute]);
  const upper = pick(isNegative(x), obtuse, acute);
  return pick(isNegative(y), elementwise(graph, "Neg", [upper]), upper);
}
