import type { LabelMatrix } from "@sigf1/datasets";

/**
 * Logistic regression per label, by gradient descent from zero; returns the decisions "probability ≥ threshold"
 * on the rows after the first `trainRows`, which it is fitted on.
 */
export function linearHead(
  inputs: readonly Float32Array[],
  labels: LabelMatrix,
  trainRows: number,
  threshold: number,
): Uint8Array {
  const { rows, cols } = labels;
  const decisions = new Uint8Array((rows - trainRows) * cols);
  for (let col = 0; col < cols; col++) {
    const weights = new Float64Array((inputs[0]?.length ?? 0) + 1);
    const probability = (input: Float32Array) =>
      1 /
      (1 +
        Math.exp(-input.reduce((sum, x, d) => sum + x * (weights[d] ?? 0), weights.at(-1) ?? 0)));
    for (let step = 0; step < 100; step++) {
      const gradient = new Float64Array(weights.length);
      for (let row = 0; row < trainRows; row++) {
        const input = inputs[row] ?? new Float32Array();
        const error = probability(input) - (labels.data[row * cols + col] ?? 0);
        // Every weight has its gradient; the last is the intercept's.
        input.forEach((x, d) => {
          gradient[d]! += error * x;
        });
        gradient[input.length]! += error;
      }
      gradient.forEach((slope, d) => {
        weights[d]! -= (2 * slope) / trainRows;
      });
    }
    for (let row = trainRows; row < rows; row++) {
      const decision = probability(inputs[row] ?? new Float32Array()) >= threshold;
      decisions[(row - trainRows) * cols + col] = decision ? 1 : 0;
    }
  }
  return decisions;
}
