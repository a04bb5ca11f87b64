import { add, cast, div, greater, mul, ones, sub, variable } from "@tensorflow/tfjs-core";
import { checkOptions } from "../options/checkOptions.js";
import { numberThat } from "../options/numberThat.js";
import type { ConstrainedLoss } from "./ConstrainedLoss.js";
import { defineConstrainedLoss } from "./defineConstrainedLoss.js";
import { hingeBounds } from "./hingeBounds.js";
import { multiplier } from "./multiplier.js";

/** Options of `precisionAtRecall`. */
export interface PrecisionAtRecallOptions {
  /** ρ, above 0 and at most 1: the recall that each class is to have. Default 0.9. */
  readonly target?: number;
}

/**
 * The fewest false positives, and with them the highest precision, at a recall of at least ρ, per class at the threshold
 * z ≥ 0: L⁻/N + λ·(ρ + L⁺/|Y⁺| − 1), the mean over the classes, with L⁺ = Σ y·max(0, 1−z) and L⁻ = Σ (1−y)·max(0, 1+z)
 * over the N examples of the batch. (L⁻ is divided by N, so that both terms are rates and a learning rate fits every
 * batch size.) A class without a positive in the batch has no constraint there, only L⁻/N. Scores are σ(z).
 *
 * λ = |v| ≥ 0, one per class, of the variable v = `variables[0]`, which starts at 1: train v with the weights, in one
 * optimiser step, `tf.variableGrads(step, [...weights, ...loss.variables])`. Its gradient is reversed, so that it
 * grows while the constraint is violated. `model.fit` trains the weights alone and leaves λ at 1. Since a hinge bounds
 * a count from above, the recall reached is rather above ρ than below.
 * @param options `target` 0.9
 * @throws TypeError, RangeError naming the option and what was received
 * @see Eban et al.: Scalable Learning of Non-Decomposable Objectives (AISTATS 2017), eq. 9
 */
export function precisionAtRecall(options: PrecisionAtRecallOptions = {}): ConstrainedLoss {
  checkOptions("precisionAtRecall", options, {
    target: numberThat("a number above 0 and at most 1", (target) => target > 0 && target <= 1),
  });
  const { target = 0.9 } = options;
  return defineConstrainedLoss(
    "precision-at-recall",
    (classes) => ({ lambda: variable(ones([classes])) }),
    (labels, logits, { lambda }) => {
      const { falseNegatives, falsePositives, positives } = hingeBounds(labels, logits);
      const present = cast(greater(positives, 0), "float32");
      // Divided by 1, not by 0, where there is no positive and falseNegatives is 0.
      const missed = div(falseNegatives, add(positives, sub(1, present)));
      const violation = add(mul(present, target - 1), missed);
      return add(div(falsePositives, labels.shape[0]), mul(multiplier(lambda), violation));
    },
  );
}
