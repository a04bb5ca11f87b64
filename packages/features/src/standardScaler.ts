import { checkVectors } from "./checkVectors.js";
import type { LearningEncoder } from "./LearningEncoder.js";
import type { Vector } from "./Vector.js";

interface Moments {
  readonly means: Float64Array;
  /** 1 / standard deviation, and 0 for a feature that is constant in training. */
  readonly scales: Float64Array;
}

/**
 * Standardises each feature: (x − mean) / sd, with the mean and the population standard deviation
 * (divisor n) of the training part, in float64. As scikit-learn's `StandardScaler`, but a feature that
 * is constant in training is 0 for every input, where scikit-learn gives x − mean.
 *
 * @throws RangeError on vectors of unequal lengths, or NaN or infinity in training; Error before `fit`.
 */
export function standardScaler(): LearningEncoder<Vector> {
  let fitted: Moments | undefined;
  const moments = () => {
    if (fitted === undefined)
      throw new Error("standardScaler: call fit before encode or dimension");
    return fitted;
  };
  return {
    id: "standard-scaler",
    get dimension() {
      return moments().means.length;
    },
    async fit(inputs) {
      fitted = measure(inputs);
    },
    async encode(batch) {
      const { means, scales } = moments();
      checkVectors(batch, means.length);
      const rows = new Float32Array(batch.length * means.length);
      batch.forEach((vector, i) => {
        for (let j = 0; j < means.length; j++) {
          // checkVectors: j is a column of every vector, and of both moments.
          rows[i * means.length + j] = (vector[j]! - means[j]!) * scales[j]!;
        }
      });
      return rows;
    },
    dispose() {},
  };
}

function measure(inputs: readonly Vector[]): Moments {
  const dimension = inputs[0]?.length;
  if (dimension === undefined) {
    throw new RangeError("standardScaler: nothing to fit on, got no inputs");
  }
  checkVectors(inputs, dimension);
  const means = new Float64Array(dimension);
  const scales = new Float64Array(dimension);
  const n = inputs.length;
  for (let j = 0; j < dimension; j++) {
    // checkVectors: j is a column of every vector, and of both moments.
    const column = Float64Array.from(inputs, (vector) => vector[j]!);
    const bad = column.findIndex((x) => !Number.isFinite(x));
    if (bad >= 0) {
      throw new RangeError(
        `standardScaler: input ${bad} has ${column[bad]} in column ${j}; fill or drop it before fitting`,
      );
    }
    const mean = column.reduce((sum, x) => sum + x, 0) / n;
    const variance = column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n;
    means[j] = mean;
    // scikit-learn's bound on what rounding alone leaves of a constant feature's variance.
    const rounding = n * Number.EPSILON * variance + (n * mean * Number.EPSILON) ** 2;
    scales[j] = variance > rounding ? 1 / Math.sqrt(variance) : 0;
  }
  return { means, scales };
}
