/** The figures of one row; names are stable. */
export interface RowMetrics {
  readonly microF1: number;
  readonly macroF1: number;
  readonly weightedF1: number;
  readonly samplesF1: number;
  readonly microPrecision: number;
  readonly microRecall: number;
  readonly macroPrecision: number;
  readonly macroRecall: number;
  readonly examplePrecision: number;
  readonly exampleRecall: number;
  readonly exampleF1: number;
  readonly accuracy: number;
  readonly hammingLoss: number;
  readonly subsetAccuracy: number;
  readonly labelsPerExample: number;
}

/** One (loss or baseline, decision rule, seed) on the test part. */
export interface ResultRow {
  readonly loss: string;
  readonly decision: string;
  readonly seed: number;
  readonly metrics: RowMetrics;
  /** The same figures on the validation part, on which thresholds were tuned. */
  readonly validation: RowMetrics;
}

/** `results.json`. */
export interface Results {
  readonly experiment: string;
  readonly version: 1;
  readonly engine: string;
  readonly dataset: {
    readonly id: string;
    readonly examples: number;
    readonly classes: number;
    readonly cardinality: number;
  };
  readonly rows: readonly ResultRow[];
}

/** One epoch of training. */
export interface EpochRecord {
  readonly epoch: number;
  /** Mean training loss over the epoch's batches. */
  readonly loss: number;
  /** The validation metric that early stopping watches. */
  readonly validation: number;
}

/** F1 against one global threshold on the test part. */
export interface ThresholdCurve {
  readonly thresholds: readonly number[];
  readonly microF1: readonly number[];
  readonly macroF1: readonly number[];
}

/** What one (loss, seed) leaves in its folder as `run.json`. */
export interface RunRecord {
  readonly loss: string;
  readonly seed: number;
  readonly rows: readonly ResultRow[];
  readonly history: readonly EpochRecord[];
  readonly curve: ThresholdCurve;
  readonly warnings: readonly string[];
  readonly seconds: number;
}
