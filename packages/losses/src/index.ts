export { checkLabels } from "./checkLabels.js";
export {
  type AdaptiveSigmoidF1,
  type AdaptiveSigmoidF1Options,
  adaptiveSigmoidF1,
} from "./confusion/adaptiveSigmoidF1.js";
export type { Average, ConfusionOptions } from "./confusion/ConfusionOptions.js";
export type { ScaledSigmoidOptions } from "./confusion/ScaledSigmoidOptions.js";
export type { SurrogateLoss } from "./confusion/SurrogateLoss.js";
export { saturation } from "./confusion/saturation.js";
export type { Curve } from "./confusion/scheduleAt.js";
export { type SigmoidF1Options, sigmoidF1 } from "./confusion/sigmoidF1.js";
export { type SoftF1Options, softF1 } from "./confusion/softF1.js";
export {
  type BinaryCrossEntropyOptions,
  binaryCrossEntropy,
} from "./elementwise/binaryCrossEntropy.js";
export {
  type CrossEntropyCountOptions,
  crossEntropyCount,
} from "./elementwise/crossEntropyCount.js";
export type { ElementwiseLoss } from "./elementwise/ElementwiseLoss.js";
export type { ElementwiseOptions } from "./elementwise/ElementwiseOptions.js";
export { type FocalOptions, focal } from "./elementwise/focal.js";
export { type LossName, type LossOptions, lossByName, lossNames } from "./lossByName.js";
export type {
  LossInputs,
  MultilabelLoss,
  Saturation,
  TrainingStatistics,
} from "./MultilabelLoss.js";
export type { PerClass } from "./options/perClass.js";
