import type { SkippedExamples } from "@sigf1/datasets";
import type { LossDiagnostics } from "@sigf1/losses";
import type { MultilabelReport } from "@sigf1/metrics";
import type { ScoreFigures } from "./ScoreFigures.js";

/** The figures of one row; names are stable. */
export type RowMetrics = MultilabelReport;

/** One (loss or baseline, decision rule, seed) on the test part. */
export interface ResultRow {
  readonly loss: string;
  readonly decision: string;
  readonly seed: number;
  readonly metrics: RowMetrics;
  /** The same figures on the validation part, by rules cross-fitted within it. */
  readonly validation: RowMetrics;
}

/** `results.json`. */
export interface Results {
  readonly experiment: string;
  /**
   * Which cell of a study with several these are the results of: its name, and path of the experiment file → value on every
   * axis that makes cells.
   */
  readonly cell?: Pick<CellResults, "name" | "values">;
  readonly version: 1;
  readonly engine: string;
  /** Whether training steps were compiled; a run whose loss could not be has a warning. */
  readonly compiled: boolean;
  readonly dataset: {
    readonly id: string;
    readonly examples: number;
    readonly classes: number;
    readonly cardinality: number;
  };
  /** What the dataset left out, by reason; absent in results of an earlier version. */
  readonly skipped?: readonly SkippedExamples[];
  /** What made the features, with its options and, where it is pretrained, a digest of its weights; absent as above. */
  readonly encoder?: { readonly id: string };
  readonly split: {
    /** `stratified`, `random`, or the name of an official split. */
    readonly use: string;
    /** Examples of the three parts; the first seed's, where each seed draws its own split. */
    readonly train: number;
    readonly validation: number;
    readonly test: number;
    /** True where each seed draws its own split; false where seeds differ in training only. */
    readonly resampled: boolean;
  };
  /** Runs of the plan; fewer than this are finished where the experiment was interrupted. */
  readonly planned: number;
  /** Runs of the plan that failed, with the reason; they have no rows. */
  readonly failures: readonly {
    readonly loss: string;
    readonly seed: number;
    readonly reason: string;
  }[];
  /**
   * The experiment file, with its defaults, those of dataset and encoder, and the command line's changes filled in. Where it has a grid, `losses` are
   * the variants, each with `base`, `grid` and `fileValues`.
   */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The command that made these results. */
  readonly command: string;
  readonly environment: Environment;
  /**
   * The figure in `EpochRecord.validation`: what every loss watches, be it by `training` or by `search`; where they differ the
   * file's `training.metric`, and each loss's stands in `settings`.
   */
  readonly validationMetric: string;
  /** Folders of the finished runs, relative to that of `results.json`. */
  readonly runs: readonly string[];
  readonly rows: readonly ResultRow[];
}

/** A cell of a study and its results. */
export interface CellResults {
  /** Its name; also that of its folder where the study has several. */
  readonly name: string;
  /** Path of the experiment file → value, on every axis that makes cells. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Folder of its own `results.json`, relative to the study's. */
  readonly folder: string;
  readonly results: Results;
}

/** `results.json` of a study with several cells; the whole results of each stand in its folder. */
export interface StudyResults {
  readonly experiment: string;
  readonly version: 1;
  readonly engine: string;
  readonly compiled: boolean;
  readonly cells: readonly (Omit<CellResults, "results"> &
    Pick<Results, "dataset" | "encoder" | "split" | "planned" | "failures">)[];
  /** The experiment file, with the command line's changes. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly command: string;
  readonly environment: Environment;
  /** The rows of all cells. */
  readonly rows: readonly (ResultRow & { readonly cell: string })[];
}

/** Where an experiment ran. */
export interface Environment {
  readonly engine: string;
  /** Node's version, for example `v20.20.0`. */
  readonly node: string;
  readonly platform: string;
  /** Package name → version. */
  readonly versions: Readonly<Record<string, string>>;
  /** Its processor, and how much of it there is. Absent in results of an earlier version. */
  readonly machine?: { readonly cpu: string; readonly cores: number; readonly memoryGiB: number };
  /**
   * The commit that the working folder stood at, with `-dirty` where files had changed: that of the experiment's repository,
   * which need not be the program's. Absent outside a git checkout.
   */
  readonly commit?: string;
}

/** One epoch of training. */
export interface EpochRecord {
  readonly epoch: number;
  /** Mean training loss over the epoch's batches. */
  readonly loss: number;
  /** The validation metric that early stopping watches. */
  readonly validation: number;
  /** What the loss's schedule stood at, as β of `adaptive-sigmoid-f1`; absent where it has none. */
  readonly schedule?: Readonly<Record<string, number>>;
}

/** F1 against one global threshold on the test part. */
export interface ThresholdCurve {
  readonly thresholds: readonly number[];
  readonly microF1: readonly number[];
  readonly macroF1: readonly number[];
}

/** What the search of a run's settings saw, on the validation part alone. */
export interface SearchRecord {
  readonly trials: readonly {
    /** Dotted path of a loss entry → value; `null` for an option that is left to the loss. */
    readonly settings: Readonly<Record<string, unknown>>;
    /** Epochs that the trial was given. */
    readonly epochs: number;
    /** The best validation figure within them, by `training.metric`; `null` where training failed. */
    readonly figure: number | null;
  }[];
  /** Index of the trial that was evaluated on the test part. */
  readonly chosen: number;
}

/** What one (loss, seed) leaves in its folder as `run.json`, and its history as `history.json`. */
export interface RunRecord {
  readonly loss: string;
  readonly seed: number;
  readonly rows: readonly ResultRow[];
  readonly history: readonly EpochRecord[];
  readonly curve: ThresholdCurve;
  /** What the report draws of the test part; absent in a run of an earlier version. */
  readonly figures?: ScoreFigures;
  readonly warnings: readonly string[];
  /** How the loss's sampler did, up to the epoch whose weights were kept; absent where it samples nothing. */
  readonly diagnostics?: LossDiagnostics;
  /** How the settings were chosen; absent where they were given. */
  readonly search?: SearchRecord;
  readonly seconds: number;
}
