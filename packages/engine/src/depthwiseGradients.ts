import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import {
  backend_util,
  type DepthwiseConv2dNativeBackpropFilterAttrs,
  type DepthwiseConv2dNativeBackpropInputAttrs,
  type KernelFunc,
  type TensorInfo,
} from "@tensorflow/tfjs-core";
import { type ConvInfo, eachTap } from "./eachTap.js";

type Shape4D = [number, number, number, number];

/** dW[i, j, c, m] = Σ x[under the tap (i, j), c] · dy[place, c·M + m], over images and places. */
export const depthwiseFilterGradient: KernelFunc = (args) => {
  const backend = args.backend as BackendWasm;
  const { x, dy } = args.inputs as { x: TensorInfo; dy: TensorInfo };
  const { strides, dilations, pad, dimRoundingMode, filterShape } =
    args.attrs as unknown as DepthwiseConv2dNativeBackpropFilterAttrs;
  const info = backend_util.computeConv2DInfo(
    x.shape as Shape4D,
    filterShape,
    strides,
    dilations,
    pad,
    dimRoundingMode,
    true,
  );
  const gradient = backend.makeOutput(filterShape, "float32");
  const [pixels, slopes] = [values(backend, x), values(backend, dy)];
  const sums = values(backend, gradient).fill(0);
  const [channels, multiplier] = [info.inChannels, outPerIn(info)];
  eachTap(info, [0, info.batchSize], (pixel, place, tap) => {
    let slope = place * channels * multiplier;
    let sum = tap * channels * multiplier;
    for (let c = 0, at = pixel * channels; c < channels; c++, at++) {
      for (let m = 0; m < multiplier; m++) sums[sum++]! += pixels[at]! * slopes[slope++]!; // inside
    }
  });
  return gradient;
};

/** dx[under the tap (i, j), c] = Σ dy[place, c·M + m] · W[i, j, c, m], over places, taps and m. */
export const depthwiseInputGradient: KernelFunc = (args) => {
  const backend = args.backend as BackendWasm;
  const { dy, filter } = args.inputs as { dy: TensorInfo; filter: TensorInfo };
  const { strides, dilations, pad, dimRoundingMode, inputShape } =
    args.attrs as unknown as DepthwiseConv2dNativeBackpropInputAttrs;
  const info = backend_util.computeConv2DInfo(
    inputShape,
    filter.shape as Shape4D,
    strides,
    dilations,
    pad,
    dimRoundingMode,
    true,
  );
  const gradient = backend.makeOutput(inputShape, "float32");
  const [weights, slopes] = [values(backend, filter), values(backend, dy)];
  const sums = values(backend, gradient).fill(0);
  const [channels, multiplier] = [info.inChannels, outPerIn(info)];
  eachTap(info, [0, info.batchSize], (pixel, place, tap) => {
    let slope = place * channels * multiplier;
    let weight = tap * channels * multiplier;
    for (let c = 0, at = pixel * channels; c < channels; c++, at++) {
      for (let m = 0; m < multiplier; m++) sums[at]! += slopes[slope++]! * weights[weight++]!; // inside
    }
  });
  return gradient;
};

const outPerIn = ({ inChannels, outChannels }: ConvInfo): number => outChannels / inChannels;

/** A view of a tensor's memory; to be taken when all memory is allocated, since its growth detaches views. */
const values = (backend: BackendWasm, tensor: TensorInfo): Float32Array =>
  backend.typedArrayFromHeap(tensor) as Float32Array;
