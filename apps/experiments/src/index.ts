export { ConfigurationError } from "./config/ConfigurationError.js";
export { readExperiment } from "./config/readExperiment.js";
export { type Experiment, type Overrides, resolveExperiment } from "./config/resolveExperiment.js";
export { resolveStudy } from "./config/resolveStudy.js";
export type { Study, StudyCell } from "./config/Study.js";
export type { ReportFiles } from "./results/ReportFiles.js";
export type * from "./results/Results.js";
export type * from "./results/ScoreFigures.js";
export { writeReport } from "./results/writeReport.js";
export type { RunEvent, RunName, RunObserver } from "./run/RunEvent.js";
export type { Shard } from "./run/Shard.js";
export {
  type ExperimentConfig,
  type RunExperimentOptions,
  runCells,
  runExperiment,
} from "./runExperiment.js";
