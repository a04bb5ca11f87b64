import { backend_util } from "@tensorflow/tfjs-core";
import type { GraphBuilder } from "../graph/GraphBuilder.js";
import { sizeOf, type Value } from "../graph/Value.js";
import { UnsupportedKernelError } from "../trace/UnsupportedKernelError.js";
import { convolveTransposed } from "./convolveTransposed.js";
import { expandTo } from "./expandTo.js";
import { fromChannelsFirst, toChannelsFirst } from "./imageLayout.js";
import type { KernelCall, Lowering, Lowerings } from "./Lowering.js";
import { padWith } from "./padWith.js";
import { reshapeTo } from "./reshapeTo.js";
import { sliceOf } from "./sliceOf.js";
import { padsOf, type SlidingWindow, slidingWindow } from "./slidingWindow.js";
import { transpose } from "./transpose.js";

/** What one of the three kernels of a depthwise convolution works on. */
interface DepthwiseConvolution {
  readonly window: SlidingWindow;
  readonly batch: number;
  readonly channels: number;
  /** Filters per channel. */
  readonly multiplier: number;
}

function depthwiseConvolutionOf(
  kernel: string,
  attrs: KernelCall["attrs"],
  images: readonly number[],
  filter: readonly number[],
): DepthwiseConvolution {
  if ((attrs.dataFormat ?? "NHWC") !== "NHWC") {
    throw new UnsupportedKernelError(kernel, "its images must have their channels last");
  }
  const info = backend_util.computeConv2DInfo(
    images as [number, number, number, number],
    filter as [number, number, number, number],
    attrs.strides as number,
    (attrs.dilations as number | null) ?? 1,
    attrs.pad as "same",
    attrs.dimRoundingMode as "floor",
    true,
  );
  const { batchSize, inChannels, outChannels } = info;
  const window = slidingWindow(kernel, info);
  return { window, batch: batchSize, channels: inChannels, multiplier: outChannels / inChannels };
}

/** A depthwise convolution with a bias per output channel. */
export function convolveDepthwise(
  { graph, inputs, attrs }: KernelCall,
  kernel: string,
  bias: Value | undefined,
): Value {
  const [x, filter] = [inputs.x!, inputs.filter!];
  const convolution = depthwiseConvolutionOf(kernel, attrs, x.shape, filter.shape);
  const { window, batch, channels, multiplier } = convolution;
  const { size, strides, dilations, output } = window;
  const outChannels = channels * multiplier;
  const filters = reshapeTo(graph, transpose(graph, filter, [2, 3, 0, 1]), [
    outChannels,
    1,
    ...size,
  ]);
  const y = graph.node(
    "Conv",
    [toChannelsFirst(graph, x), filters, bias],
    { shape: [batch, outChannels, ...output], type: "float32" },
    { kernel_shape: size, strides, dilations, pads: padsOf(window), group: channels },
  );
  return fromChannelsFirst(graph, y);
}

function refuseDilations(kernel: string, { dilations }: SlidingWindow): void {
  if (dilations.some((dilation) => dilation !== 1)) {
    throw new UnsupportedKernelError(kernel, "the gradient takes no dilations");
  }
}

const backpropInput: Lowering = ({ graph, inputs, attrs }) => {
  const kernel = "DepthwiseConv2dNativeBackpropInput";
  const [dy, filter] = [inputs.dy!, inputs.filter!];
  const images = attrs.inputShape as number[];
  const convolution = depthwiseConvolutionOf(kernel, attrs, images, filter.shape);
  const { window, batch, channels, multiplier } = convolution;
  const { size, strides, input, before, after } = window;
  refuseDilations(kernel, window);
  const gradients = toChannelsFirst(graph, dy);
  const pads = [...before, ...after].map((count, i) => size[i % 2]! - 1 - count); // two axes
  if (strides.every((stride) => stride === 1) && pads.every((count) => count >= 0)) {
    // Where the windows leave no gaps, ONNX Runtime convolves with the turned filter faster than it transposes.
    const turned = sliceOf(graph, filter, [
      { axis: 0, start: size[0] - 1, length: size[0], step: -1 },
      { axis: 1, start: size[1] - 1, length: size[1], step: -1 },
    ]);
    const dx = graph.node(
      "Conv",
      [gradients, transpose(graph, turned, [2, 3, 0, 1])],
      { shape: [batch, channels, ...input], type: "float32" },
      { kernel_shape: size, pads, group: channels },
    );
    return fromChannelsFirst(graph, dx);
  }
  const filters = transpose(graph, filter, [2, 3, 0, 1]);
  const each = reshapeTo(graph, filters, [channels * multiplier, 1, ...size]);
  return fromChannelsFirst(graph, convolveTransposed(graph, gradients, each, window, channels));
};

/**
 * For each entry of the filter the pixels that it met, times the gradients: faster in ONNX Runtime than a grouped
 * convolution of the images by the gradients, which has few outputs for each large filter.
 */
const backpropFilter: Lowering = ({ graph, inputs, attrs }) => {
  const kernel = "DepthwiseConv2dNativeBackpropFilter";
  const [x, dy] = [inputs.x!, inputs.dy!];
  const shape = attrs.filterShape as number[];
  const convolution = depthwiseConvolutionOf(kernel, attrs, x.shape, shape);
  const { window, batch, channels, multiplier } = convolution;
  const { size, strides, output, before, after } = window;
  refuseDilations(kernel, window);
  const padded = padWith(graph, x, 0, [0, ...before, 0], [0, ...after, 0]);
  const pixels = batch * output[0] * output[1];
  const gradients = reshapeTo(graph, dy, [pixels, channels, multiplier]);
  const entries: Value[] = [];
  for (let row = 0; row < size[0]; row++) {
    for (let column = 0; column < size[1]; column++) {
      const met = sliceOf(graph, padded, [
        { axis: 1, start: row, length: output[0], step: strides[0] },
        { axis: 2, start: column, length: output[1], step: strides[1] },
      ]);
      const images = reshapeTo(graph, met, [pixels, channels, 1]);
      entries.push(sumOfRows(graph, graph.node("Mul", [images, gradients], gradients)));
    }
  }
  const all = { shape: [entries.length, channels * multiplier], type: "float32" } as const;
  return reshapeTo(graph, graph.node("Concat", entries, all, { axis: 0 }), shape);
};

/** The sum over the first axis as a row: a matrix product, which ONNX Runtime's threads share better than a sum. */
function sumOfRows(graph: GraphBuilder, x: Value): Value {
  const [rows, columns] = [x.shape[0]!, sizeOf(x.shape.slice(1))];
  const ones = expandTo(graph, graph.scalar(1), [1, rows]);
  const sum = { shape: [1, columns], type: "float32" } as const;
  return graph.node("Gemm", [ones, reshapeTo(graph, x, [rows, columns])], sum);
}

export const depthwiseConvolutionLowerings: Lowerings = {
  DepthwiseConv2dNative: (call) => convolveDepthwise(call, "DepthwiseConv2dNative", undefined),
  DepthwiseConv2dNativeBackpropInput: backpropInput,
  DepthwiseConv2dNativeBackpropFilter: backpropFilter,
};
