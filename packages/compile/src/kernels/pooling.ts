import { backend_util } from "@tensorflow/tfjs-core";
import type { GraphBuilder } from "../graph/GraphBuilder.js";
import { sizeOf, type Value } from "../graph/Value.js";
import { UnsupportedKernelError } from "../trace/UnsupportedKernelError.js";
import { elementwise } from "./elementwise.js";
import { fromChannelsFirst, spatialAxes, toChannelsFirst } from "./imageLayout.js";
import { isSameShape } from "./isSameShape.js";
import { knownGradients } from "./knownGradients.js";
import type { KernelCall, Lowering, Lowerings } from "./Lowering.js";
import { reshapeTo } from "./reshapeTo.js";
import { padsOf, type SlidingWindow, slidingWindow } from "./slidingWindow.js";
import { spreadOut } from "./spreadOut.js";

function poolingWindow(kernel: string, attrs: KernelCall["attrs"], x: Value): SlidingWindow {
  if (x.type !== "float32") {
    throw new UnsupportedKernelError(kernel, `its images are ${x.type}, not float32`);
  }
  const info = backend_util.computePool2DInfo(
    x.shape as [number, number, number, number],
    attrs.filterSize as number,
    attrs.strides as number,
    1,
    attrs.pad as "same",
    attrs.dimRoundingMode as "floor", // the gradients have none
  );
  const window = slidingWindow(kernel, info);
  if (padsOf(window).some((count, i) => count >= window.size[i % 2]!)) {
    throw new UnsupportedKernelError(kernel, "a window lies in the padding altogether");
  }
  return window;
}

const attributesOf = (window: SlidingWindow) => ({
  kernel_shape: window.size,
  strides: window.strides,
  pads: padsOf(window),
});

/** The least float32: ONNX Runtime's maximum of nothing, where tfjs has −Infinity. */
const LEAST = -(2 - 2 ** -23) * 2 ** 127;

/** Images, channels first, whose entries that are no number never are a maximum, as in tfjs. */
function withoutNaN(graph: GraphBuilder, x: Value): Value {
  const images = toChannelsFirst(graph, x);
  const isUndefined = elementwise(graph, "IsNaN", [images], "bool");
  return elementwise(graph, "Where", [isUndefined, graph.scalar(-Infinity), images], "float32");
}

/** `value`, or `otherwise` where the window had no number above −Infinity. */
function whereFound(graph: GraphBuilder, maximum: Value, value: Value, otherwise: number): Value {
  const isFound = elementwise(graph, "Greater", [maximum, graph.scalar(LEAST)], "bool");
  return elementwise(graph, "Where", [isFound, value, graph.scalar(otherwise)], "float32");
}

const maxPool: Lowering = ({ graph, inputs, attrs }) => {
  const x = inputs.x!; // the kernel's input
  const window = poolingWindow("MaxPool", attrs, x);
  // tfjs hands on the images of a window of one pixel, NaN included.
  const { size, output, input } = window;
  if (size.every((n) => n === 1) && isSameShape(output, input)) return x;
  const y = graph.node(
    "MaxPool",
    [withoutNaN(graph, x)],
    { shape: [x.shape[0]!, x.shape[3]!, ...window.output], type: "float32" }, // four axes
    attributesOf(window),
  );
  return fromChannelsFirst(graph, whereFound(graph, y, y, -Infinity));
};

const avgPool: Lowering = ({ graph, inputs, attrs }) => {
  const x = inputs.x!;
  const window = poolingWindow("AvgPool", attrs, x);
  const shape = [x.shape[0]!, x.shape[3]!, ...window.output]; // four axes
  const y = graph.node(
    "AveragePool",
    [toChannelsFirst(graph, x)],
    { shape, type: "float32" },
    { ...attributesOf(window), count_include_pad: 0 },
  );
  return fromChannelsFirst(graph, y);
};

const maxPoolGrad: Lowering = ({ graph, inputs, attrs }) => {
  const [x, dy] = [inputs.input!, inputs.dy!];
  const window = poolingWindow("MaxPoolGrad", attrs, x);
  const images = withoutNaN(graph, x);
  const gradients = toChannelsFirst(graph, knownGradients(graph, dy, window, spatialAxes()));
  // The first of equal maxima gets the gradient, in ONNX Runtime as in tfjs.
  const [maxima, positions] = graph.nodes(
    "MaxPool",
    [images],
    [
      { shape: gradients.shape, type: "float32" },
      { shape: gradients.shape, type: "int64" },
    ],
    attributesOf(window),
  );
  const given = whereFound(graph, maxima!, gradients, 0); // the first of two
  const [count, size] = [sizeOf(gradients.shape), sizeOf(images.shape)];
  const zeros = graph.node("ConstantOfShape", [graph.int64([size])], {
    shape: [size],
    type: "float32",
  });
  const dx = graph.node(
    "ScatterElements",
    [zeros, reshapeTo(graph, positions!, [count]), reshapeTo(graph, given, [count])],
    zeros,
    { axis: 0, reduction: "add" },
  );
  return fromChannelsFirst(graph, reshapeTo(graph, dx, images.shape));
};

/** Each entry gets the mean of its windows' gradients; tfjs divides by a whole window even where it has padding. */
const avgPoolGrad: Lowering = ({ graph, inputs, attrs }) => {
  const [x, dy] = [inputs.input!, inputs.dy!]; // the kernel's inputs
  const window = poolingWindow("AvgPoolGrad", attrs, x);
  const { size, strides, input, output, before, after, leftover } = window;
  const lengths = [0, 1].map((i) => (output[i]! - 1) * strides[i]! + 1 + leftover[i]!); // pairs
  const gradients = spreadOut(
    graph,
    knownGradients(graph, dy, window, spatialAxes()),
    1,
    strides,
    lengths as [number, number],
  );
  const dx = graph.node(
    "AveragePool",
    [toChannelsFirst(graph, gradients)],
    { shape: [x.shape[0]!, x.shape[3]!, ...input], type: "float32" }, // four axes
    {
      kernel_shape: size,
      pads: [...before, ...after].map((count, i) => size[i % 2]! - 1 - count),
      count_include_pad: 1,
    },
  );
  return fromChannelsFirst(graph, dx);
};

export const poolingLowerings: Lowerings = {
  AvgPool: avgPool,
  AvgPoolGrad: avgPoolGrad,
  MaxPool: maxPool,
  MaxPoolGrad: maxPoolGrad,
};
