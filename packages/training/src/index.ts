export type { Features, RowSource } from "./batches/RowSource.js";
export type { Part } from "./checks/checkPart.js";
export { classCounts } from "./checks/classCounts.js";
export { DivergenceError } from "./checks/DivergenceError.js";
export { TrainingDataError } from "./checks/TrainingDataError.js";
export type { CountHead } from "./countHead/CountHead.js";
export { type CountHeadOptions, trainCountHead } from "./countHead/trainCountHead.js";
export type { Dropout, Head } from "./heads/Head.js";
export { linearHead } from "./heads/linearHead.js";
export { type MlpHeadOptions, mlpHead } from "./heads/mlpHead.js";
export type { AdamOptions, OptimizerOptions, SgdOptions } from "./optimizers/Optimizer.js";
export { predict } from "./predict.js";
export { eagerStep } from "./step/eagerStep.js";
export type { Batch, TrainingStep } from "./step/TrainingStep.js";
export type {
  EpochRecord,
  TrainingCheckpoint,
  TrainOptions,
  TrainResult,
} from "./TrainOptions.js";
export { train } from "./train.js";
export { bestMacroF1, type ValidationMetric } from "./validation/bestMacroF1.js";
