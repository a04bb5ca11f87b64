import { sum, type Tensor } from "@tensorflow/tfjs-core";
import type { Average } from "./ConfusionOptions.js";

const AXES: Readonly<Record<Average, number[]>> = { macro: [0], micro: [0, 1], samples: [1] };

/** Sums a tensor of the batch's shape into one entry per confusion matrix, which broadcasts against the batch. */
export const totalOver =
  (average: Average = "macro") =>
  (entries: Tensor): Tensor =>
    sum(entries, AXES[average], true);
