import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";
import { castTo } from "./castTo.js";
import { elementwise } from "./elementwise.js";
import { floatFunction } from "./floatFunction.js";
import type { Lowering, Lowerings } from "./Lowering.js";
import { numeric } from "./numeric.js";
import { sigmoid } from "./sigmoid.js";

/** Bounds x; in tfjs the bounds are truncated where x is int32. */
function clip(graph: GraphBuilder, x: Value, min: number, max: number): Value {
  if (x.type === "float32") {
    return elementwise(graph, "Clip", [x, graph.scalar(min), graph.scalar(max)]);
  }
  const bounds = [min, max].map((bound) =>
    graph.scalar(Math.trunc(Math.min(Math.max(bound, -(2 ** 31)), 2 ** 31 - 1)), "int32"),
  );
  return elementwise(graph, "Clip", [x, ...bounds]);
}

/** x below 0 times a slope. */
const leaky =
  (kernel: string, slopeOf: (call: Parameters<Lowering>[0]) => Value): Lowering =>
  (call) => {
    const { graph, inputs } = call;
    const x = castTo(graph, numeric(kernel, inputs.x!), "float32"); // the kernel's input
    const scaled = elementwise(graph, "Mul", [x, slopeOf(call)]);
    const isNegative = elementwise(graph, "Less", [x, graph.scalar(0)], "bool");
    return elementwise(graph, "Where", [isNegative, scaled, x], "float32");
  };

/** What networks have between their layers, and bounds. */
export const activationLowerings: Lowerings = {
  ClipByValue: ({ graph, inputs, attrs }) => {
    const { clipValueMin, clipValueMax } = attrs as Record<string, number>;
    // tfjs gives both bounds.
    return clip(graph, numeric("ClipByValue", inputs.x!), clipValueMin!, clipValueMax!);
  },
  Elu: floatFunction("Elu", (graph, x) => elementwise(graph, "Elu", [x])),
  // dy where y ≥ 0, else dy (y + 1)
  EluGrad: ({ graph, inputs }) => {
    const [dy, y] = [inputs.dy!, inputs.y!]; // the kernel's inputs
    const above = elementwise(graph, "GreaterOrEqual", [y, graph.scalar(0)], "bool");
    const slope = elementwise(graph, "Add", [y, graph.scalar(1)]);
    const below = elementwise(graph, "Mul", [dy, slope]);
    return elementwise(graph, "Where", [above, dy, below], "float32");
  },
  LeakyRelu: leaky("LeakyRelu", ({ graph, attrs }) => graph.scalar(attrs.alpha as number)),
  Prelu: leaky("Prelu", ({ graph, inputs }) => castTo(graph, inputs.alpha!, "float32")),
  Relu: ({ graph, inputs }) => elementwise(graph, "Relu", [numeric("Relu", inputs.x!)]),
  Relu6: ({ graph, inputs }) => clip(graph, numeric("Relu6", inputs.x!), 0, 6),
  Selu: floatFunction("Selu", (graph, x) => elementwise(graph, "Selu", [x])),
  Sigmoid: floatFunction("Sigmoid", sigmoid),
  Softmax: ({ graph, inputs }) => {
    const logits = castTo(graph, inputs.logits!, "float32"); // the kernel's input
    return graph.node("Softmax", [logits], logits, { axis: -1 });
  },
  Softplus: floatFunction("Softplus", (graph, x) => elementwise(graph, "Softplus", [x])),
  // 1 above 0, α elsewhere, NaN for NaN: rounding up [0, 1] gives that in two passes.
  Step: ({ graph, inputs, attrs }) => {
    const x = numeric("Step", inputs.x!);
    const type = x.type as "float32"; // or int32
    const given = attrs.alpha as number;
    const alpha = type === "float32" ? given : Math.trunc(given);
    const step =
      type === "float32"
        ? elementwise(graph, "HardSigmoid", [x], type, {
            alpha: { float: 3.4e38 },
            beta: { float: 0 },
          })
        : clip(graph, x, 0, 1);
    if (alpha === 0) return step;
    const scaled = elementwise(graph, "Mul", [step, graph.scalar(1 - alpha, type)]);
    return elementwise(graph, "Add", [scaled, graph.scalar(alpha, type)]);
  },
};
