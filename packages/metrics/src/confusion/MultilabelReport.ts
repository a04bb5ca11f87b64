/** The figures that every result is reported with. All lie in [0, 1] except `labelsPerExample`. */
export interface MultilabelReport {
  /** F1 of all entries pooled. */
  readonly microF1: number;
  /** Mean of the classes' F1. */
  readonly macroF1: number;
  /** Mean of the classes' F1, weighted by their number of true labels. */
  readonly weightedF1: number;
  /** Mean of the examples' F1. */
  readonly samplesF1: number;
  readonly microPrecision: number;
  readonly microRecall: number;
  readonly macroPrecision: number;
  readonly macroRecall: number;
  /** Mean of the examples' precision. */
  readonly examplePrecision: number;
  /** Mean of the examples' recall. */
  readonly exampleRecall: number;
  /** 2PR/(P + R) of `examplePrecision` and `exampleRecall`. */
  readonly exampleF1: number;
  /** Share of right entries, 1 − `hammingLoss`. */
  readonly accuracy: number;
  /** Share of wrong entries. */
  readonly hammingLoss: number;
  /** Share of examples whose labels are all right. */
  readonly subsetAccuracy: number;
  /** Mean number of predicted labels per example, in [0, classes]: tells a predict-everything classifier at a glance. */
  readonly labelsPerExample: number;
}
