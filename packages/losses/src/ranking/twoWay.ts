import { add, mean, type Scalar, sigmoid } from "@tensorflow/tfjs-core";
import { defineLoss } from "../defineLoss.js";
import type { MultilabelLoss } from "../MultilabelLoss.js";
import { checkOptions } from "../options/checkOptions.js";
import { numberThat } from "../options/numberThat.js";
import { separation } from "./separation.js";

/** Options of `twoWay`. */
export interface TwoWayOptions {
  /** T₊ ≥ 0.001, the temperature of the positives. Default 4. */
  readonly temperaturePos?: number;
  /** T₋ ≥ 0.001, the temperature of the negatives. Default 1. */
  readonly temperatureNeg?: number;
}

/**
 * Two-way multilabel loss: softplus(T₋·log Σ_Q exp(z_q/T₋) + T₊·log Σ_P exp(−z_p/T₊)), once per example over its
 * classes and once per class over the examples of the batch; the mean over the examples plus the mean over the
 * classes. P are the entries whose label is above 0.5, Q the others; an example or a class with an empty P or Q adds 0
 * (the published code leaves those without a positive out of the mean, and lets a full P count).
 *
 * A temperature near 0 looks only at the hardest entry, a high one at all of them alike. A constant added to all
 * logits changes nothing. Scores are σ(z); choose the threshold on validation data.
 * @param options `temperaturePos` 4, `temperatureNeg` 1
 * @throws TypeError, RangeError naming the option and what was received
 * @see Kobayashi: Two-Way Multi-Label Loss (CVPR 2023)
 */
export function twoWay(options: TwoWayOptions = {}): MultilabelLoss {
  const temperature = numberThat("a number of at least 0.001", (t) => t >= 0.001);
  checkOptions("twoWay", options, { temperaturePos: temperature, temperatureNeg: temperature });
  const { temperaturePos = 4, temperatureNeg = 1 } = options;
  return defineLoss(
    "two-way",
    {
      value(labels, logits) {
        const along = (axis: number) =>
          mean(separation(labels, logits, axis, temperaturePos, temperatureNeg));
        return add(along(1), along(0)) as Scalar;
      },
      scores: (logits) => sigmoid(logits),
    },
    {},
  );
}
