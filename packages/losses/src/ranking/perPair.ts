import { div, maximum, mul, type Tensor } from "@tensorflow/tfjs-core";
import type { Ranks } from "./rankedHinge.js";

/** 1 / (|P|·|Q|), the weight that makes the sum over pairs their mean. */
export function perPair({ sizeP, sizeQ }: Ranks): Tensor {
  return div(1, maximum(mul(sizeP, sizeQ), 1));
}
