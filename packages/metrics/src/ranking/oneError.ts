import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreInput } from "../inputs/ScoreInput.js";
import { precisionAtK } from "./precisionAtK.js";

/**
 * One-error: the share of examples whose highest-scored label is not true, 1 − precision at 1, in [0, 1] (Schapire &
 * Singer 2000, "BoosTexter"). Labels tied for the highest score count by the share of them that is false; an example without
 * true labels counts 1. scikit-learn has no such function.
 * @param yTrue true labels [examples × classes]
 * @param yScore scores, any finite numbers, same shape
 * @throws RangeError when the shapes differ, there is no example, a label is not 0 or 1, or a score is not finite
 */
export function oneError(yTrue: LabelInput, yScore: ScoreInput): number {
  return 1 - precisionAtK(yTrue, yScore, { k: 1 });
}
