import {
  add,
  mean,
  mul,
  type Scalar,
  sub,
  type Tensor,
  type Tensor2D,
} from "@tensorflow/tfjs-core";
import { withGradient } from "../withGradient.js";
import type { Average } from "./ConfusionOptions.js";
import type { MetricWithSlopes } from "./MetricWithSlopes.js";
import { totalOver } from "./totalOver.js";

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
  metric: MetricWithSlopes,
  average?: Average,
): Scalar {
  return withGradient(scores, (s, save) => {
    const { value, byTp, byPredicted } = metric(s, labels, totalOver(average));
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
