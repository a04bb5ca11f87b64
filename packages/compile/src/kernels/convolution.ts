import { backend_util } from "@tensorflow/tfjs-core";
import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";
import { convolveTransposed } from "./convolveTransposed.js";
import {
  type DataFormat,
  fromChannelsFirst,
  spatialAxes,
  toBatchInside,
  toChannelsFirst,
} from "./imageLayout.js";
import { knownGradients } from "./knownGradients.js";
import type { KernelCall, Lowering, Lowerings } from "./Lowering.js";
import { reshapeTo } from "./reshapeTo.js";
import { sliceOf } from "./sliceOf.js";
import { padsOf, type SlidingWindow, slidingWindow } from "./slidingWindow.js";
import { spreadOut } from "./spreadOut.js";
import { transpose } from "./transpose.js";

/** What one of the three kernels of a convolution works on. */
interface Convolution {
  readonly format: DataFormat;
  readonly window: SlidingWindow;
  readonly batch: number;
  readonly inChannels: number;
  readonly outChannels: number;
}

function convolutionOf(
  kernel: string,
  attrs: KernelCall["attrs"],
  images: readonly number[],
  filter: readonly number[],
): Convolution {
  const format = attrs.dataFormat as DataFormat;
  const info = backend_util.computeConv2DInfo(
    images as [number, number, number, number],
    filter as [number, number, number, number],
    attrs.strides as number,
    (attrs.dilations as number | undefined) ?? 1, // the gradients have none
    attrs.pad as "same",
    attrs.dimRoundingMode as "floor",
    false,
    backend_util.convertConv2DDataFormat(format),
  );
  const { batchSize, inChannels, outChannels } = info;
  const window = slidingWindow(kernel, info);
  return { format, window, batch: batchSize, inChannels, outChannels };
}

/** Filters of one pixel multiply matrices of pixels and channels; channels that are last need no transpose. */
const isPointwise = ({ format, window: { size, before, after } }: Convolution): boolean =>
  format === "NHWC" && size.every((n) => n === 1) && [...before, ...after].every((n) => n === 0);

/** The pixels that filters of one pixel see, as rows. */
function seenPixels(graph: GraphBuilder, x: Value, { window, batch, inChannels }: Convolution) {
  const [height, width] = window.output;
  const seen = sliceOf(graph, x, [
    { axis: 1, start: 0, length: height, step: window.strides[0] },
    { axis: 2, start: 0, length: width, step: window.strides[1] },
  ]);
  return reshapeTo(graph, seen, [batch * height * width, inChannels]);
}

const product = (
  graph: GraphBuilder,
  a: Value,
  b: Value,
  shape: readonly number[],
  attributes: Readonly<Record<string, number>> = {},
): Value => graph.node("Gemm", [a, b], { shape, type: "float32" }, attributes);

/** A convolution with a bias per output channel. */
export function convolve(
  { graph, inputs, attrs }: KernelCall,
  kernel: string,
  bias: Value | undefined,
): Value {
  const [x, filter] = [inputs.x!, inputs.filter!];
  const convolution = convolutionOf(kernel, attrs, x.shape, filter.shape);
  const { format, window, batch, inChannels, outChannels } = convolution;
  const { size, strides, dilations, output } = window;
  if (isPointwise(convolution)) {
    const pixels = seenPixels(graph, x, convolution);
    const weights = reshapeTo(graph, filter, [inChannels, outChannels]);
    const shape = [pixels.shape[0]!, outChannels];
    const y = graph.node("Gemm", [pixels, weights, bias], { shape, type: "float32" });
    return reshapeTo(graph, y, [batch, ...output, outChannels]);
  }
  const y = graph.node(
    "Conv",
    [toChannelsFirst(graph, x, format), transpose(graph, filter, [3, 2, 0, 1]), bias],
    { shape: [batch, outChannels, ...output], type: "float32" },
    { kernel_shape: size, strides, dilations, pads: padsOf(window) },
  );
  return fromChannelsFirst(graph, y, format);
}

const conv2DBackpropInput: Lowering = ({ graph, inputs, attrs }) => {
  const filter = inputs.filter!;
  const images = attrs.inputShape as number[];
  const convolution = convolutionOf("Conv2DBackpropInput", attrs, images, filter.shape);
  const { format, window, batch, inChannels, outChannels } = convolution;
  const { input, output, strides } = window;
  const dy = knownGradients(graph, inputs.dy!, window, spatialAxes(format));
  if (isPointwise(convolution)) {
    const pixels = batch * output[0] * output[1];
    const weights = reshapeTo(graph, filter, [inChannels, outChannels]);
    const dyRows = reshapeTo(graph, dy, [pixels, outChannels]);
    const rows = product(graph, dyRows, weights, [pixels, inChannels], { transB: 1 });
    const dx = reshapeTo(graph, rows, [batch, ...output, inChannels]);
    return spreadOut(graph, dx, 1, strides, input);
  }
  const dx = convolveTransposed(
    graph,
    toChannelsFirst(graph, dy, format),
    transpose(graph, filter, [3, 2, 0, 1]),
    window,
    1,
  );
  return fromChannelsFirst(graph, dx, format);
};

const conv2DBackpropFilter: Lowering = ({ graph, inputs, attrs }) => {
  const x = inputs.x!;
  const shape = attrs.filterShape as number[];
  const convolution = convolutionOf("Conv2DBackpropFilter", attrs, x.shape, shape);
  const { format, window, batch, inChannels, outChannels } = convolution;
  const { size, strides, input, output, leftover } = window;
  const [vertical, horizontal] = spatialAxes(format);
  const dy = knownGradients(graph, inputs.dy!, window, [vertical, horizontal]);
  if (isPointwise(convolution)) {
    const pixels = seenPixels(graph, x, convolution);
    const dyRows = reshapeTo(graph, dy, [batch * output[0] * output[1], outChannels]);
    const rows = product(graph, pixels, dyRows, [inChannels, outChannels], { transA: 1 });
    return reshapeTo(graph, rows, shape);
  }
  // A convolution whose filters are the gradients, which lie `strides` apart, and whose batch is the input channels.
  const seen = sliceOf(graph, x, [
    { axis: vertical, start: 0, length: input[0] - leftover[0] },
    { axis: horizontal, start: 0, length: input[1] - leftover[1] },
  ]);
  const filter = graph.node(
    "Conv",
    [toBatchInside(graph, seen, format), toBatchInside(graph, dy, format)],
    { shape: [inChannels, outChannels, ...size], type: "float32" },
    { kernel_shape: output, dilations: strides, pads: padsOf(window) },
  );
  return transpose(graph, filter, [2, 3, 0, 1]);
};

export const convolutionLowerings: Lowerings = {
  Conv2D: (call) => convolve(call, "Conv2D", undefined),
  Conv2DBackpropInput: conv2DBackpropInput,
  Conv2DBackpropFilter: conv2DBackpropFilter,
};
