import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";
import { castTo } from "./castTo.js";
import { elementwise } from "./elementwise.js";
import type { Lowerings } from "./Lowering.js";
import { numeric } from "./numeric.js";
import { toInt32 } from "./toInt32.js";

/** Divisions and their remainders. */
export const divisionLowerings: Lowerings = {
  RealDiv: ({ graph, inputs }) => {
    const [a, b] = [numeric("RealDiv", inputs.a!), numeric("RealDiv", inputs.b!)]; // the inputs of a division
    if (a.type === "float32") return elementwise(graph, "Div", [a, b]);
    const { dividend, divisor, orZero } = wide(graph, a, b);
    return orZero(elementwise(graph, "Div", [dividend, divisor]));
  },
  FloorDiv: ({ graph, inputs }) => {
    const [a, b] = [numeric("FloorDiv", inputs.a!), numeric("FloorDiv", inputs.b!)]; // as above
    if (a.type === "float32") return toInt32(graph, floorOfQuotient(graph, a, b));
    const { dividend, divisor, orZero } = wide(graph, a, b);
    const rest = elementwise(graph, "Mod", [dividend, divisor]);
    const whole = elementwise(graph, "Sub", [dividend, rest]);
    return orZero(elementwise(graph, "Div", [whole, divisor]));
  },
  Mod: ({ graph, inputs }) => {
    const [a, b] = [numeric("Mod", inputs.a!), numeric("Mod", inputs.b!)]; // as above
    if (a.type === "float32") return remainder(graph, a, b);
    const { dividend, divisor, orZero } = wide(graph, a, b);
    return orZero(elementwise(graph, "Mod", [dividend, divisor]));
  },
};

/** Integers for a division that can't fail: in 64 bits, and with 1 in place of 0, whose results are made 0. */
function wide(graph: GraphBuilder, a: Value, b: Value) {
  const zero = graph.scalar(0, "int32");
  const isZero = elementwise(graph, "Equal", [b, zero], "bool");
  const divisor = elementwise(graph, "Where", [isZero, graph.scalar(1, "int32"), b], "int32");
  return {
    dividend: castTo(graph, a, "int64"),
    divisor: castTo(graph, divisor, "int64"),
    orZero: (result: Value) =>
      elementwise(graph, "Where", [isZero, zero, castTo(graph, result, "int32")], "int32"),
  };
}

/** Whether the remainder of a truncated division has to move to the divisor's sign. */
const differsInSign = (graph: GraphBuilder, a: Value, b: Value) =>
  elementwise(graph, "Xor", [
    elementwise(graph, "Less", [a, graph.scalar(0)], "bool"),
    elementwise(graph, "Less", [b, graph.scalar(0)], "bool"),
  ]);

const isZeroAt = (graph: GraphBuilder, value: Value) =>
  elementwise(graph, "Equal", [value, graph.scalar(0)], "bool");

/** a mod b with b's sign; as in tfjs NaN where b is infinite and the signs differ. */
function remainder(graph: GraphBuilder, a: Value, b: Value): Value {
  const rest = elementwise(graph, "Mod", [a, b], "float32", { fmod: 1 });
  // 0 with b's sign, or NaN
  const nothing = elementwise(graph, "Mul", [b, graph.scalar(0)]);
  const sum = elementwise(graph, "Add", [elementwise(graph, "Add", [rest, b]), nothing]);
  const isExact = isZeroAt(graph, rest);
  const moved = elementwise(graph, "Where", [isExact, nothing, sum], "float32");
  return elementwise(graph, "Where", [differsInSign(graph, a, b), moved, rest], "float32");
}

/** ⌊a / b⌋ by way of the exact remainder: a / b rounded to a float may lie on the next whole number. */
function floorOfQuotient(graph: GraphBuilder, a: Value, b: Value): Value {
  const rest = elementwise(graph, "Mod", [a, b], "float32", { fmod: 1 });
  const whole = elementwise(graph, "Div", [elementwise(graph, "Sub", [a, rest]), b]);
  const truncated = elementwise(graph, "Round", [whole]);
  const size = elementwise(graph, "Abs", [b]);
  const isInexact = elementwise(graph, "And", [
    elementwise(graph, "Not", [isZeroAt(graph, rest)]),
    elementwise(graph, "Less", [size, graph.scalar(Infinity)], "bool"),
  ]);
  const isBelow = elementwise(graph, "And", [isInexact, differsInSign(graph, a, b)]);
  return elementwise(graph, "Sub", [truncated, castTo(graph, isBelow, "float32")]);
}
