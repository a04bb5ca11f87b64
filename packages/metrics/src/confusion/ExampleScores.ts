/**
 * Example-based scores as ML-Net reports them (Du et al., JAMIA 2019), each in [0, 1].
 *
 * Precision is the mean over examples of tp/(tp + fp), recall that of tp/(tp + fn), both scikit-learn's `samples`
 * average. F1 = 2PR/(P + R) of these two means (0 when both are 0), which is not the mean of the examples' F1.
 */
export interface ExampleScores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}
