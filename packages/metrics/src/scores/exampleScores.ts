import { checkedOptions } from "../checks/checkedOptions.js";
import { ConfusionCounts } from "../confusion/ConfusionCounts.js";
import type { ExampleScores } from "../confusion/ExampleScores.js";
import type { LabelInput } from "../inputs/LabelInput.js";
import type { ScoreOptions } from "./ScoreOptions.js";

/**
 * Example-based precision, recall and F1 = 2PR/(P + R); see {@link ExampleScores}.
 * @param yTrue true labels [examples × classes]
 * @param yPred predicted labels, same shape
 * @throws RangeError when the shapes differ, there is no example, or an entry is not 0 or 1
 */
export function exampleScores(
  yTrue: LabelInput,
  yPred: LabelInput,
  options: Pick<ScoreOptions, "zeroDivision"> = {},
): ExampleScores {
  const { zeroDivision } = checkedOptions(options, "zeroDivision");
  return ConfusionCounts.of(yTrue, yPred).exampleScores(zeroDivision);
}
