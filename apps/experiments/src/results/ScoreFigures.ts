/**
 * What the report's figures show of one run's scores and decisions on the test part. Its size does not grow with the
 * number of examples, and is bounded in the number of classes. Numbers are rounded to four decimals.
 */
export interface ScoreFigures {
  readonly scoreCurve: ScoreCurve;
  readonly calibration: Calibration;
  readonly classes: ClassSample;
  /** By decision rule. */
  readonly decisions: Readonly<Record<string, DecisionFigures>>;
}

/** Scores against rank: of each example the highest score, the second highest, and so on; 50 ranks at most. */
export interface ScoreCurve {
  /** Over examples; the first rank first. */
  readonly median: readonly number[];
  readonly lowerQuartile: readonly number[];
  readonly upperQuartile: readonly number[];
  /** How many of all ranks lie before the knee of the median curve; absent where it has none. */
  readonly knee?: number;
}

/** The scores taken for probabilities, the entries of all classes pooled. */
export interface Calibration {
  /** Those of 15 bins of equal width that have entries, by rising score. */
  readonly bins: readonly {
    /** Upper end of the bin. */
    readonly high: number;
    readonly count: number;
    readonly meanScore: number;
    readonly positiveRate: number;
  }[];
  /** Expected calibration error over these bins. */
  readonly expectedError: number;
  readonly brierScore: number;
}

/** The classes whose F1 is kept: all, or of more than 200 as many at equal distances in the vocabulary. */
export interface ClassSample {
  /** Number of all classes. */
  readonly of: number;
  /** Share of the examples that have the class. */
  readonly frequencies: readonly number[];
}

/** One decision rule, fitted on the validation part. */
export interface DecisionFigures {
  /** F1 of each class of the sample. */
  readonly classF1: readonly number[];
  /** How many examples have so many true and so many predicted labels; 20 stands for 20 and more. */
  readonly labelCounts: readonly (readonly [actual: number, predicted: number, examples: number])[];
  /** Share of the examples with the right number of labels. */
  readonly exactCounts: number;
  /** Mean over examples of predicted minus true number of labels. */
  readonly countBias: number;
}
