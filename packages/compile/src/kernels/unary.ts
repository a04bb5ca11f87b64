import { castTo } from "./castTo.js";
import { elementwise } from "./elementwise.js";
import { negate } from "./factored.js";
import { floatFunction } from "./floatFunction.js";
import type { Lowering, Lowerings } from "./Lowering.js";
import { numeric } from "./numeric.js";

/** x ↦ op(x) of floats. */
const float = (kernel: string, op = kernel): Lowering =>
  floatFunction(kernel, (graph, x) => elementwise(graph, op, [x]));

/** x ↦ op(x), for int32 as for floats. */
const anyNumber =
  (kernel: string): Lowering =>
  ({ graph, inputs }) =>
    elementwise(graph, kernel, [numeric(kernel, inputs.x!)]); // the input of a unary kernel

/** Rounds to whole numbers in some way. */
const rounding =
  (kernel: string): Lowering =>
  ({ graph, inputs }) => {
    const x = numeric(kernel, inputs.x!); // the input of a unary kernel
    return x.type === "int32" ? x : elementwise(graph, kernel, [x]);
  };

/** Functions of one number. */
export const unaryLowerings: Lowerings = {
  Abs: anyNumber("Abs"),
  Acos: float("Acos"),
  Acosh: float("Acosh"),
  Asin: float("Asin"),
  Asinh: float("Asinh"),
  Atan: float("Atan"),
  Atanh: float("Atanh"),
  Ceil: rounding("Ceil"),
  Cos: float("Cos"),
  Cosh: float("Cosh"),
  Erf: float("Erf"),
  Exp: ({ graph, inputs }) => elementwise(graph, "Exp", [castTo(graph, inputs.x!, "float32")]), // as above
  // eˣ − 1 = tanh(x/2) (eˣ + 1), which keeps its digits near 0
  Expm1: floatFunction("Expm1", (graph, x) => {
    const half = elementwise(graph, "Mul", [x, graph.scalar(0.5)]);
    const power = elementwise(graph, "Exp", [x]);
    const sum = elementwise(graph, "Add", [power, graph.scalar(1)]);
    return elementwise(graph, "Mul", [elementwise(graph, "Tanh", [half]), sum]);
  }),
  Floor: rounding("Floor"),
  Log: float("Log"),
  // log u + (x − (u − 1)) / u, where u = 1 + x rounded: the second term makes up for the rounding. It must be 0 where
  // u is 0 and must not be NaN where u is infinite.
  Log1p: floatFunction("Log1p", (graph, x) => {
    const [one, tiny, huge] = [1, 2 ** -126, 3.4028234663852886e38].map((n) => graph.scalar(n));
    const u = elementwise(graph, "Add", [x, one!]); // these three
    const clipped = elementwise(graph, "Clip", [u, tiny!, huge!]);
    const rest = elementwise(graph, "Sub", [x, elementwise(graph, "Sub", [clipped, one!])]);
    const correction = elementwise(graph, "Div", [rest, clipped]);
    return elementwise(graph, "Add", [elementwise(graph, "Log", [u]), correction]);
  }),
  Neg: ({ graph, inputs }) => negate(graph, numeric("Neg", inputs.x!)), // the input of a unary kernel
  Reciprocal: float("Reciprocal"),
  Round: rounding("Round"),
  Rsqrt: floatFunction("Rsqrt", (graph, x) =>
    elementwise(graph, "Reciprocal", [elementwise(graph, "Sqrt", [x])]),
  ),
  // x > 0 less x < 0: ONNX's Sign of NaN is NaN, tfjs's 0.
  Sign: ({ graph, inputs }) => {
    const x = numeric("Sign", inputs.x!); // the input of a unary kernel
    const zero = graph.scalar(0, x.type as "float32");
    const [positive, negative] = ["Greater", "Less"].map((op) =>
      castTo(graph, elementwise(graph, op, [x, zero], "bool"), x.type),
    );
    return elementwise(graph, "Sub", [positive!, negative!]); // these two
  },
  Sin: float("Sin"),
  Sinh: float("Sinh"),
  Sqrt: float("Sqrt"),
  Square: ({ graph, inputs }) => {
    const x = numeric("Square", inputs.x!); // the input of a unary kernel
    return elementwise(graph, "Mul", [x, x]);
  },
  Tan: float("Tan"),
  Tanh: float("Tanh"),
};
