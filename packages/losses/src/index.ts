export type { BayesianScope } from "./bayesian/BayesianScope.js";
export type { BayesianSigmoidF1Options } from "./bayesian/BayesianSigmoidF1Options.js";
export { type BayesianSigmoidF1, bayesianSigmoidF1 } from "./bayesian/bayesianSigmoidF1.js";
export { checkLabels } from "./checkLabels.js";
export {
  type AdaptiveSigmoidF1,
  type AdaptiveSigmoidF1Options,
  adaptiveSigmoidF1,
} from "./confusion/adaptiveSigmoidF1.js";
export { type AnyLossOptions, anyLoss } from "./confusion/anyLoss.js";
export type { CellMetric, ConfusionCells } from "./confusion/CellMetric.js";
export type { Average, ConfusionOptions } from "./confusion/ConfusionOptions.js";
export {
  type ConfusionSurrogateOptions,
  confusionSurrogate,
} from "./confusion/confusionSurrogate.js";
export { type DiceOptions, dice } from "./confusion/dice.js";
export { type DoubleSoftF1Options, doubleSoftF1 } from "./confusion/doubleSoftF1.js";
export type { ConfusionMetricName, MetricOptions } from "./confusion/metricLoss.js";
export type { ScaledSigmoidOptions } from "./confusion/ScaledSigmoidOptions.js";
export type { SurrogateLoss } from "./confusion/SurrogateLoss.js";
export { saturation } from "./confusion/saturation.js";
export type { Curve } from "./confusion/scheduleAt.js";
export { type SigmoidF1Options, sigmoidF1 } from "./confusion/sigmoidF1.js";
export { type SigmoidFBetaOptions, sigmoidFBeta } from "./confusion/sigmoidFBeta.js";
export { type SoftF1Options, softF1 } from "./confusion/softF1.js";
export { type SoftJaccardOptions, softJaccard } from "./confusion/softJaccard.js";
export { type TverskyOptions, tversky } from "./confusion/tversky.js";
export { type AucPrOptions, aucPr } from "./constrained/aucPr.js";
export type { ConstrainedLoss } from "./constrained/ConstrainedLoss.js";
export { type FBetaBoundOptions, fBetaBound } from "./constrained/fBetaBound.js";
export {
  type PrecisionAtRecallOptions,
  precisionAtRecall,
} from "./constrained/precisionAtRecall.js";
export {
  type RecallAtPrecisionOptions,
  recallAtPrecision,
} from "./constrained/recallAtPrecision.js";
export { type AsymmetricOptions, asymmetric } from "./elementwise/asymmetric.js";
export {
  type BinaryCrossEntropyOptions,
  binaryCrossEntropy,
} from "./elementwise/binaryCrossEntropy.js";
export { type ClassBalancedOptions, classBalanced } from "./elementwise/classBalanced.js";
export {
  type CrossEntropyCountOptions,
  crossEntropyCount,
} from "./elementwise/crossEntropyCount.js";
export {
  type DistributionBalancedOptions,
  distributionBalanced,
} from "./elementwise/distributionBalanced.js";
export type { ElementwiseLoss } from "./elementwise/ElementwiseLoss.js";
export type { ElementwiseOptions } from "./elementwise/ElementwiseOptions.js";
export type { FrequencyWeightedLoss } from "./elementwise/FrequencyWeightedLoss.js";
export { type FocalOptions, focal } from "./elementwise/focal.js";
export { type HillOptions, hill } from "./elementwise/hill.js";
export { type HingeOptions, hinge } from "./elementwise/hinge.js";
export { type SmoothHingeOptions, smoothHinge } from "./elementwise/smoothHinge.js";
export { type Tencent, type TencentOptions, tencent } from "./elementwise/tencent.js";
export { type LossName, type LossOptions, lossByName, lossNames } from "./lossByName.js";
export type {
  LossDiagnostics,
  LossInputs,
  MultilabelLoss,
  ParameterDiagnostics,
  Saturation,
  TrainingStatistics,
} from "./MultilabelLoss.js";
export type { NoOptions } from "./options/NoOptions.js";
export type { PerClass } from "./options/perClass.js";
export { bpMll } from "./ranking/bpMll.js";
export { lsep } from "./ranking/lsep.js";
export { pairwiseHinge } from "./ranking/pairwiseHinge.js";
export { rocAuc } from "./ranking/rocAuc.js";
export { type TwoWayOptions, twoWay } from "./ranking/twoWay.js";
export { warp } from "./ranking/warp.js";
export { zlpr } from "./ranking/zlpr.js";
export { effectiveSampleSize } from "./sampling/effectiveSampleSize.js";
export type { HmcOptions } from "./sampling/HmcOptions.js";
export { type HmcResult, sampleHmc } from "./sampling/sampleHmc.js";
export { splitRHat } from "./sampling/splitRHat.js";
