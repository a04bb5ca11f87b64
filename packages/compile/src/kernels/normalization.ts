import type { GraphBuilder } from "../graph/GraphBuilder.js";
import { sizeOf, type Value } from "../graph/Value.js";
import { UnsupportedKernelError } from "../trace/UnsupportedKernelError.js";
import { elementwise } from "./elementwise.js";
import type { KernelCall, Lowering, Lowerings } from "./Lowering.js";
import { reshapeTo } from "./reshapeTo.js";

/** A parameter of batch normalisation as it meets the images: tfjs goes through its entries again and again. */
function repeated(graph: GraphBuilder, parameter: Value, images: readonly number[]): Value {
  const size = sizeOf(parameter.shape);
  if (size === 1) return reshapeTo(graph, parameter, []);
  const axes = images.findIndex((_, i) => sizeOf(images.slice(i)) === size);
  if (axes < 0) {
    throw new UnsupportedKernelError(
      "FusedBatchNorm",
      `a parameter of shape [${parameter.shape}] does not fit the last axes of [${images}]`,
    );
  }
  return reshapeTo(graph, parameter, images.slice(axes));
}

const fusedBatchNorm: Lowering = ({ graph, inputs, attrs }) => {
  const x = inputs.x!;
  const parameter = (name: string) => {
    const value = inputs[name];
    return value === undefined ? undefined : repeated(graph, value, x.shape);
  };
  const [mean, variance] = [parameter("mean")!, parameter("variance")!];
  const [scale, offset] = [parameter("scale"), parameter("offset")];
  const epsilon = graph.scalar(attrs.varianceEpsilon as number);
  const deviation = elementwise(graph, "Sqrt", [elementwise(graph, "Add", [variance, epsilon])]);
  const factor =
    scale === undefined
      ? elementwise(graph, "Reciprocal", [deviation])
      : elementwise(graph, "Div", [scale, deviation]);
  const centred = elementwise(graph, "Sub", [x, mean]);
  const scaled = elementwise(graph, "Mul", [centred, factor]);
  return offset === undefined ? scaled : elementwise(graph, "Add", [scaled, offset]);
};

/** bias + alpha · Σ x² over the channels at most `depthRadius` away. */
function localNorm({ graph, attrs }: KernelCall, x: Value): Value {
  const squares = elementwise(graph, "Mul", [x, x]);
  const factor = graph.scalar(attrs.alpha as number);
  const scaled = elementwise(graph, "Mul", [sumOfNeighbours({ graph, attrs }, squares), factor]);
  return elementwise(graph, "Add", [scaled, graph.scalar(attrs.bias as number)]);
}

/** Σ x over the channels at most `depthRadius` away. */
function sumOfNeighbours({ graph, attrs }: Pick<KernelCall, "graph" | "attrs">, x: Value): Value {
  const radius = attrs.depthRadius as number;
  const width = 2 * radius + 1;
  const channels = x.shape[3]!; // images have four axes
  const rows = reshapeTo(graph, x, [sizeOf(x.shape) / channels, 1, channels]);
  const mean = graph.node("AveragePool", [rows], rows, {
    kernel_shape: [width],
    pads: [radius, radius],
    count_include_pad: 1,
  });
  return reshapeTo(graph, elementwise(graph, "Mul", [mean, graph.scalar(width)]), x.shape);
}

const lrn: Lowering = (call) => {
  const { graph, inputs, attrs } = call;
  const x = inputs.x!;
  const power = elementwise(graph, "Pow", [
    localNorm(call, x),
    graph.scalar(-(attrs.beta as number)),
  ]);
  return elementwise(graph, "Mul", [x, power]);
};

/** ∂/∂x_k = dy_k · n_k^−β − 2αβ · x_k · Σ dy·y / n over the neighbours, n as in `localNorm`. */
const lrnGrad: Lowering = (call) => {
  const { graph, inputs, attrs } = call;
  const [x, y, dy] = [inputs.x!, inputs.y!, inputs.dy!];
  const [alpha, beta] = [attrs.alpha as number, attrs.beta as number];
  const norm = localNorm(call, x);
  const power = elementwise(graph, "Pow", [norm, graph.scalar(-beta)]);
  const own = elementwise(graph, "Mul", [dy, power]);
  const shares = elementwise(graph, "Div", [elementwise(graph, "Mul", [dy, y]), norm]);
  const others = elementwise(graph, "Mul", [sumOfNeighbours(call, shares), x]);
  const scaled = elementwise(graph, "Mul", [others, graph.scalar(-2 * alpha * beta)]);
  return elementwise(graph, "Add", [own, scaled]);
};

export const normalizationLowerings: Lowerings = {
  FusedBatchNorm: fusedBatchNorm,
  LRN: lrn,
  LRNGrad: lrnGrad,
};
