import {
  add,
  addN,
  div,
  mean,
  mul,
  type Scalar,
  sub,
  type Tensor2D,
  tidy,
} from "@tensorflow/tfjs-core";
import type { Scales } from "./ScalePrior.js";
import type { BatchF1 } from "./smoothF1.js";

/** The mean over draws of 1 − mean F1, and its gradient by the logits with the draws fixed. */
export function averageOverDraws(
  batchF1: BatchF1,
  draws: readonly Scales[],
): { value: Scalar; gradient: Tensor2D } {
  const each = draws.map((scales) =>
    tidy(() => {
      const { f1, slopes } = batchF1(scales);
      const weight = -1 / (f1.size * draws.length);
      return { f1: mean(f1), gradient: mul(slopes, mul(scales.beta, weight)) as Tensor2D };
    }),
  );
  const value = sub(1, div(addN(each.map(({ f1 }) => f1)), draws.length)) as Scalar;
  return { value, gradient: each.map(({ gradient }) => gradient).reduce((a, b) => add(a, b)) };
}
