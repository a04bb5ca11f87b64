import type { Dataset } from "@sigf1/datasets";
import type { Encoder } from "@sigf1/features";
import type { DecisionRule } from "@sigf1/metrics";
import type { BaselinePlan } from "./BaselinePlan.js";
import type { CorruptionSettings, CountHeadSettings, ExperimentFile } from "./experimentSchema.js";
import type { GridValues } from "./GridPoint.js";
import type { LossPlan } from "./LossPlan.js";

/** Name of a cell, and path of the file → value on every axis that makes cells. */
export interface StudyPlace {
  readonly name: string;
  readonly values: GridValues;
}

/** An experiment whose every name is known and every option checked. */
export interface Experiment {
  readonly name: string;
  readonly description: string;
  /** Which cell of its study it is, where that has several. */
  readonly cell?: StudyPlace;
  readonly dataset: Dataset;
  readonly datasetOptions: unknown;
  readonly split: ExperimentFile["split"];
  /** A fresh encoder; fails where its model is not to be had. */
  readonly createEncoder: () => Encoder<never> | Promise<Encoder<never>>;
  readonly losses: readonly LossPlan[];
  /** What is done to the training part that the baselines see. */
  readonly corruption: CorruptionSettings;
  readonly decisions: readonly DecisionRule[];
  /** The count head that each run trains; none where `count` is not among the decisions. */
  readonly countHead: CountHeadSettings | undefined;
  readonly baselines: readonly BaselinePlan[];
  readonly seeds: readonly number[];
  /** What the file says, its defaults and the command line's changes filled in. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The figure that early stopping watches for every loss; where they differ, that of the file. */
  readonly validationMetric: string;
}
