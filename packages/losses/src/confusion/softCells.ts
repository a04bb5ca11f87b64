import {
  add,
  mul,
  stack,
  step,
  sub,
  type Tensor,
  type Tensor2D,
  unstack,
} from "@tensorflow/tfjs-core";
import { withGradient } from "../withGradient.js";
import type { ConfusionCells } from "./CellMetric.js";
import type { Average } from "./ConfusionOptions.js";
import { cellTotals } from "./cellTotals.js";
import { totalOver } from "./totalOver.js";

/**
 * The cells of the soft confusion matrices of labels y and scores s, for metrics m whose gradient is left
 * to automatic differentiation: that then works on four numbers per matrix, and the way back to the
 * scores is
 *
 *     ∂m/∂s = y·(∂m/∂tp − ∂m/∂fn) + (1 − y)·(∂m/∂fp − ∂m/∂tn).
 */
export function softCells(labels: Tensor2D, scores: Tensor2D, average?: Average): ConfusionCells {
  const cells = withGradient(scores, (s, save) => {
    const { tp, fp, fn, tn } = cellTotals(s, labels, totalOver(average));
    // Without a negative 1 − y is 0, but ∂m/∂tn may be 1/ε, beside which y·(…) + (…) would lose the positives.
    save([labels, step(add(fp, tn))]);
    return {
      value: stack([tp, fp, fn, tn]),
      gradFunc: (dy: Tensor, saved) => {
        const [y, anyNegative] = saved as [Tensor, Tensor]; // in the order of save, above
        const [byTp, byFp, byFn, byTn] = unstack(dy) as [Tensor, Tensor, Tensor, Tensor];
        const ofNegative = mul(sub(byFp, byTn), anyNegative);
        return add(mul(y, sub(sub(byTp, byFn), ofNegative)), ofNegative);
      },
    };
  });
  const [tp, fp, fn, tn] = unstack(cells) as [Tensor2D, Tensor2D, Tensor2D, Tensor2D];
  return { tp, fp, fn, tn };
}
