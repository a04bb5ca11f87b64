import { div, mul, sub, type Tensor } from "@tensorflow/tfjs-core";
import { FAR } from "./FAR.js";
import { positives } from "./positives.js";

/** The exponents of the two sets, each of the shape of the logits and −FAR outside its set. */
export interface Sides {
  /** −z/T₊ on P. */
  readonly positive: Tensor;
  /** z/T₋ on Q. */
  readonly negative: Tensor;
}

export function sides(
  labels: Tensor,
  logits: Tensor,
  temperaturePos: number,
  temperatureNeg: number,
): Sides {
  const over = (temperature: number) => (temperature === 1 ? logits : div(logits, temperature));
  const away = mul(positives(labels), FAR);
  return {
    positive: sub(sub(away, FAR), over(temperaturePos)),
    negative: sub(over(temperatureNeg), away),
  };
}
