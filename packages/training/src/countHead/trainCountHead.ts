import type { LabelMatrix, ScoreMatrix } from "@sigf1/metrics";
import type { Features } from "../batches/RowSource.js";
import { checkPart, type Part } from "../checks/checkPart.js";
import { checkWidth } from "../checks/checkWidth.js";
import { mlpHead } from "../heads/mlpHead.js";
import { predict } from "../predict.js";
import type { TrainOptions } from "../TrainOptions.js";
import { train } from "../train.js";
import type { CountHead } from "./CountHead.js";
import { countCrossEntropy } from "./countCrossEntropy.js";
import { hiddenFeatures } from "./hiddenFeatures.js";
import { labelCounts } from "./labelCounts.js";
import { mostProbable } from "./mostProbable.js";
import { oneHotCounts } from "./oneHotCounts.js";

export interface CountHeadOptions
  extends Pick<
    TrainOptions,
    | "train"
    | "validation"
    | "epochs"
    | "optimizer"
    | "batchSize"
    | "patience"
    | "onEpoch"
    | "signal"
    | "step"
  > {
  /** The head that predicts the labels, already trained; it is not changed. */
  readonly head: TrainOptions["head"];
  /** Widths of the count head's own hidden layers; default none. */
  readonly hidden?: readonly number[];
  /** λ of the penalty λ·Σw² over its kernels; default 0. */
  readonly l2?: number;
  /** Seed of its initial weights and of the shuffling; default 0. */
  readonly seed?: number;
}

/**
 * Trains a second head that predicts an example's number of labels, for the decision rule `count` (ML-Net; Du et al.
 * 2019, whose two networks share an encoder). Its input is what the last layer of the first head is given: the
 * output of the last hidden layer, or the features. That is computed once and kept, or, of features that are not in
 * memory, whenever rows are read; no gradient flows into it.
 * Each number of labels that occurs in the training part is a class, 0 too; the loss is the cross-entropy of their
 * softmax. With a validation part it stops early by the mean |n̂ − n| and has the weights of the best epoch.
 * The same options on the same engine give the same predictions, bit by bit.
 *
 * @throws TrainingDataError, DivergenceError, RangeError and TypeError as `train` does
 */
export async function trainCountHead({
  head,
  train: trainingPart,
  validation: validationPart,
  hidden = [],
  l2 = 0,
  seed = 0,
  ...options
}: CountHeadOptions): Promise<CountHead> {
  const training = checkPart("training", trainingPart, head);
  const validation = validationPart && checkPart("validation", validationPart, head);
  const encode = async (features: Features) => {
    checkWidth(features, head);
    return hiddenFeatures(head, features);
  };
  const encoded = async ({ features }: Part, labels: LabelMatrix): Promise<Part> => ({
    features: await encode(features),
    labels,
  });
  const truth = labelCounts(training.labels);
  const counts = [...new Set(truth)].sort((a, b) => a - b);
  const counting = mlpHead({
    inputs: head.hiddenWidth,
    outputs: counts.length,
    hidden,
    l2,
    seed,
  });
  try {
    const { history, bestEpoch } = await train({
      ...options,
      seed,
      head: counting,
      loss: countCrossEntropy(),
      train: await encoded(training, oneHotCounts(truth, counts)),
      ...(validation && (await validateBy(validation))),
    });
    return {
      counts,
      head: counting,
      history,
      bestEpoch,
      predict: async (features) =>
        mostProbable(await predict(counting, await encode(features)), counts),
      dispose: () => counting.dispose(),
    };
  } catch (error) {
    counting.dispose();
    throw error;
  }

  async function validateBy(part: Part) {
    const wanted = labelCounts(part.labels);
    return {
      validation: await encoded(part, oneHotCounts(wanted, counts)),
      // A count that the training part lacks has no column: the metric goes by the counts themselves.
      metric: (_: LabelMatrix, scores: ScoreMatrix) => {
        const predicted = mostProbable(scores, counts);
        return -wanted.reduce((sum, n, i) => sum + Math.abs(predicted[i]! - n), 0) / wanted.length; // one each
      },
    };
  }
}
