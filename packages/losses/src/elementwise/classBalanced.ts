import { mean, mul, type Scalar, sum, tensor1d } from "@tensorflow/tfjs-core";
import { type BatchFunction, onBatch } from "../batch/onBatch.js";
import { defineLoss } from "../defineLoss.js";
import type { TrainingStatistics } from "../MultilabelLoss.js";
import { checkOptions } from "../options/checkOptions.js";
import { numberThat } from "../options/numberThat.js";
import { binaryCrossEntropy } from "./binaryCrossEntropy.js";
import { ClassFrequencies } from "./ClassFrequencies.js";
import { countsCheck } from "./countsCheck.js";
import type { ElementwiseLoss } from "./ElementwiseLoss.js";
import type { ElementwiseOptions } from "./ElementwiseOptions.js";
import { elementwiseChecks } from "./elementwiseChecks.js";
import type { FrequencyWeightedLoss } from "./FrequencyWeightedLoss.js";

/** Options of `classBalanced`. */
export interface ClassBalancedOptions extends ElementwiseOptions {
  /** The element-wise loss that is weighted; its own `reduction` has no effect. Default `binaryCrossEntropy()`. */
  readonly loss?: ElementwiseLoss;
  /** n_j ≥ 0, the number of positives of each class. Default: what `onTrainBegin` tells. */
  readonly counts?: readonly number[];
  /** b in [0, 1): 0 weights all classes alike, b → 1 by 1/n_j. Default 0.9. */
  readonly b?: number;
}

/**
 * Class-balanced loss: the terms of an element-wise loss times w_j = (1−b)/(1−b^n_j), the weights scaled to
 * a mean of 1 over the classes. 1/w_j is, up to that scale, the "effective number" of n_j positives; at b 0.9
 * it is nearly the same from 30 on, so rare classes need b 0.99 to 0.9999 to matter. A count of 0 is taken as 1.
 * Scores are those of the weighted loss.
 * @param options `loss` binaryCrossEntropy(), `counts` those of the training part, `b` 0.9, `reduction` "mean"
 * @throws TypeError, RangeError naming the option and what was received; a call throws a RangeError where
 *   neither `counts` nor `onTrainBegin` gave the counts, or where they are of another number of classes
 * @see Cui, Jia, Lin, Song, Belongie: Class-Balanced Loss Based on Effective Number of Samples (CVPR 2019)
 */
export function classBalanced(options: ClassBalancedOptions = {}): FrequencyWeightedLoss {
  checkOptions("classBalanced", options, {
    loss: {
      expected: "an element-wise loss, which has `elements`, such as binaryCrossEntropy()",
      hasType: (loss) =>
        typeof loss === "function" && "elements" in loss && typeof loss.elements === "function",
      inRange: () => true,
    },
    counts: countsCheck,
    b: numberThat("a number in [0, 1)", (b) => b >= 0 && b < 1),
    ...elementwiseChecks,
  });
  const { loss = binaryCrossEntropy(), counts, b = 0.9, reduction = "mean" } = options;
  const name = "class-balanced";
  const frequencies = new ClassFrequencies(name, "`counts`", counts && { counts: [...counts] });
  const elements: BatchFunction<ReturnType<ElementwiseLoss["elements"]>> = (labels, logits) => {
    const known = frequencies.of(labels.shape[1]);
    return mul(loss.elements(labels, logits), tensor1d(weights(known.counts, b)));
  };
  const reduce = reduction === "sum" ? sum : mean;
  return defineLoss(
    name,
    {
      value: (labels, logits) => reduce(elements(labels, logits)) as Scalar,
      scores: (logits) => loss.scores(logits),
    },
    {
      elements: onBatch(name, elements),
      onTrainBegin(training: TrainingStatistics) {
        frequencies.tell(training);
        loss.onTrainBegin?.(training);
      },
    },
  );
}

function weights(counts: readonly number[], b: number): number[] {
  const raw = counts.map((n) => (1 - b) / (1 - b ** Math.max(n, 1)));
  const total = raw.reduce((a, w) => a + w, 0);
  return raw.map((w) => (w * raw.length) / total);
}
