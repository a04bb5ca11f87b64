import {
  add,
  mean,
  mul,
  type Scalar,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
} from "@tensorflow/tfjs-core";
import { withGradient } from "../withGradient.js";
import type { ConfusionMetric } from "./ConfusionMetric.js";
import type { Average } from "./ConfusionOptions.js";

/** The axes that each average sums over. */
const AXES: Readonly<Record<Average, number[]>> = { macro: [0], micro: [0, 1], samples: [1] };

/**
 * 1 − mean of the metric over the soft confusion matrices of labels y and scores s, with its gradient
 * in closed form. Since tp = Σ s·y and predicted = Σ s,
 *
 *     ∂m/∂s = y·∂m/∂tp + ∂m/∂predicted,
 *
 * one product and one sum of the size of the batch, where automatic differentiation would go back
 * through every cell of the matrix.
 */
export function confusionValue(
  labels: Tensor2D,
  scores: Tensor,
  metric: ConfusionMetric,
  average: Average,
): Scalar {
  const total = (x: Tensor) => sum(x, AXES[average], true);
  return withGradient(scores, (s, save) => {
    const { value, byTp, byPredicted } = metric(s, labels, total);
    const share = -1 / value.size;
    save([labels, byTp, byPredicted]);
    return {
      value: sub(1, mean(value)) as Scalar,
      gradFunc: (dy, saved) => {
        // in the order of save, above
        const [y, slopeByTp, slopeByPredicted] = saved as [Tensor, Tensor, Tensor];
        const weight = mul(dy, share);
        return add(mul(y, mul(slopeByTp, weight)), mul(slopeByPredicted, weight));
      },
    };
  });
}
