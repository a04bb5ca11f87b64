import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import {
  BatchMatMul,
  backend_util,
  type Conv2DBackpropFilterAttrs,
  getKernel,
  type KernelFunc,
  type TensorInfo,
} from "@tensorflow/tfjs-core";
import { type ConvInfo, eachTap } from "./eachTap.js";

/** Entries of a patch matrix, at most, unless one image has more: 16 MiB. */
const ENTRIES = 2 ** 22;

/**
 * dW = Pᵀ·dy, P [places, taps·channels] being the patches of the images under the filter, dy [places, filters]. Patches
 * are laid out for some images at a time; for a 1 × 1 filter with stride 1 they are the images themselves.
 * @throws Error for NCHW, which no convolution of the wasm backend takes
 */
export const convolutionFilterGradient: KernelFunc = (args) => {
  const backend = args.backend as BackendWasm;
  const { x, dy } = args.inputs as { x: TensorInfo; dy: TensorInfo };
  const { strides, pad, dataFormat, dimRoundingMode, filterShape } =
    args.attrs as unknown as Conv2DBackpropFilterAttrs;
  if (dataFormat !== "NHWC") {
    throw new Error(`the wasm backend takes convolutions in NHWC alone, got ${dataFormat}`);
  }
  const info = backend_util.computeConv2DInfo(
    x.shape as [number, number, number, number],
    filterShape,
    strides,
    1,
    pad,
    dimRoundingMode,
  );
  const [width, filters] = [filterShape[0] * filterShape[1] * filterShape[2], filterShape[3]];
  const places = info.outHeight * info.outWidth;
  const product = (patches: TensorInfo, slopes: TensorInfo, rows: number): TensorInfo => {
    const sums = getKernel(BatchMatMul, "wasm").kernelFunc({
      inputs: {
        a: { ...patches, shape: [1, rows, width] },
        b: { ...slopes, shape: [1, rows, filters] },
      },
      attrs: { transposeA: true, transposeB: false },
      backend,
    }) as TensorInfo;
    return { ...sums, shape: filterShape };
  };
  if (isPointwise(info)) return product(x, dy, info.batchSize * places);

  const gradient = backend.makeOutput(filterShape, "float32");
  values(backend, gradient).fill(0);
  const step = Math.max(1, Math.floor(ENTRIES / (places * width)));
  for (let from = 0; from < info.batchSize; from += step) {
    const to = Math.min(from + step, info.batchSize);
    const rows = (to - from) * places;
    const patches = backend.makeOutput([rows, width], "float32");
    const slopes = backend.makeOutput([rows, filters], "float32");
    lay(info, [from, to], values(backend, x), values(backend, patches).fill(0));
    const all = values(backend, dy);
    values(backend, slopes).set(all.subarray(from * places * filters, to * places * filters));
    const part = product(patches, slopes, rows);
    const sums = values(backend, gradient);
    for (const [i, value] of values(backend, part).entries()) sums[i]! += value; // as many
    for (const { dataId } of [patches, slopes, part]) backend.disposeData(dataId);
  }
  return gradient;
};

/** Lays the patches of some images out. */
function lay(
  info: ConvInfo,
  images: readonly [number, number],
  pixels: Float32Array,
  patches: Float32Array,
): void {
  const { inChannels, filterHeight, filterWidth, outHeight, outWidth } = info;
  const first = images[0] * outHeight * outWidth;
  eachTap(info, images, (pixel, place, tap) => {
    const row = (place - first) * filterHeight * filterWidth;
    const to = (row + tap) * inChannels;
    const from = pixel * inChannels;
    for (let c = 0; c < inChannels; c++) patches[to + c] = pixels[from + c]!; // inside
  });
}

const isPointwise = (info: ConvInfo): boolean =>
  info.filterHeight === 1 &&
  info.filterWidth === 1 &&
  info.outHeight === info.inHeight &&
  info.outWidth === info.inWidth &&
  info.padInfo.top === 0 &&
  info.padInfo.left === 0;

/** A view of a tensor's memory, which the next allocation may detach. */
const values = (backend: BackendWasm, tensor: TensorInfo): Float32Array =>
  backend.typedArrayFromHeap(tensor) as Float32Array;
