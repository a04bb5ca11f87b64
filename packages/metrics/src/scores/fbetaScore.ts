import { checkedOptions } from "../checks/checkedOptions.js";
import type { Averaged, Averaging } from "../confusion/Average.js";
import { ConfusionCounts } from "../confusion/ConfusionCounts.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreOptions } from "./ScoreOptions.js";

export interface FbetaOptions<A extends Averaging = "macro"> extends ScoreOptions<A> {
  /** How many times as much recall matters as precision, ≥ 0: 1 is F1, 0 precision and `Infinity` recall. */
  readonly beta: number;
}

/**
 * Fβ = (1 + β²)PR/(β²P + R) = (1 + β²)tp/((1 + β²)tp + β²fn + fp), in [0, 1] (van Rijsbergen 1979).
 * Equals scikit-learn 1.2's `fbeta_score(y_true, y_pred, beta=…, average=…, zero_division=…)`: 0/0 only where nothing is
 * true and nothing predicted, so that F0 of a class without predictions is 0 whatever `zeroDivision` says of precision.
 * @param yTrue true labels [examples × classes]
 * @param yPred predicted labels, same shape
 * @returns the score, or with `average: "none"` one score per class
 * @throws RangeError when the shapes differ, there is no example, an entry is not 0 or 1, or β is negative
 */
export function fbetaScore<A extends Averaging = "macro">(
  yTrue: LabelInput,
  yPred: LabelInput,
  options: FbetaOptions<A>,
): Averaged<A> {
  const { beta, average, zeroDivision } = checkedOptions(
    options,
    "beta",
    "average",
    "zeroDivision",
  );
  return ConfusionCounts.of(yTrue, yPred, { betas: [beta] }).fbeta(beta, average, zeroDivision);
}
