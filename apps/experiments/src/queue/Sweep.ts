import type { EngineName } from "@sigf1/engine";
import type { Experiment } from "../config/Experiment.js";
import type { Study, StudyCell, StudySource } from "../config/Study.js";
import type { ExperimentFacts } from "../run/OpenExperiment.js";
import type { RunIdentity } from "../run/RunIdentity.js";

/** A study that was submitted to a queue, as plain data. */
export interface Sweep {
  /** The experiment's name and a digest of everything that its runs depend on. */
  readonly id: string;
  readonly study: Pick<Study, "name" | "settings">;
  readonly source: StudySource;
  /** The engine that its runs are for. */
  readonly engine: EngineName;
  readonly compile: boolean;
  /** The command that submitted it. */
  readonly command: string;
  /** When that was, as ISO 8601. */
  readonly submitted: string;
  readonly cells: readonly SweepCell[];
}

/** A cell of a study that was submitted, and its runs. */
export interface SweepCell extends Pick<StudyCell, "name" | "values"> {
  /** Folder of its results, relative to the study's. */
  readonly folder: string;
  readonly experiment: Pick<Experiment, "name" | "cell" | "settings" | "validationMetric">;
  readonly facts: ExperimentFacts;
  /** In the order of the plan. */
  readonly runs: readonly RunIdentity[];
}

/** A run of a sweep: what its job says. */
export interface SweepRun {
  readonly sweep: string;
  /** Place of its cell in the sweep. */
  readonly cell: number;
  /** Name of its folder. */
  readonly run: string;
  readonly loss: string;
  readonly seed: number;
}

/** A worker that cannot do the runs of a cell, and why. */
export interface Refusal {
  /** Place of the cell in the sweep. */
  readonly cell: number;
  readonly worker: string;
  readonly reason: string;
}

/** What is stored of a run that is done. */
export interface StoredRun {
  readonly seconds: number;
  readonly worker: string;
  /** Names of its files in the queue, in the order in which they are written; none where they are in a shared folder. */
  readonly files: readonly string[];
  /** The shared folder of the worker that did it. */
  readonly shared?: string;
}

/** Names a run within its sweep. */
export const runKey = ({ cell, run }: Pick<SweepRun, "cell" | "run">) => `${cell}/${run}`;
