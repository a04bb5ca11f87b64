import type { MultilabelLoss } from "../MultilabelLoss.js";
import type { ElementwiseLoss } from "./ElementwiseLoss.js";

/** An element-wise loss that weights classes by their frequency, which `onTrainBegin` tells it. */
export type FrequencyWeightedLoss = ElementwiseLoss &
  Required<Pick<MultilabelLoss, "onTrainBegin">>;
