import { type TensorInfo, util } from "@tensorflow/tfjs-core";

/** Whether all dimensions before the last two are 1: one matrix, not a batch of several. */
export const isSingleMatrix = ({ shape }: TensorInfo): boolean =>
  util.sizeFromShape(shape.slice(0, -2)) === 1;
