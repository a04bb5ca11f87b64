import { ones, variable } from "@tensorflow/tfjs-core";
import { checkOptions } from "../options/checkOptions.js";
import { numberThat } from "../options/numberThat.js";
import type { ConstrainedLoss } from "./ConstrainedLoss.js";
import { defineConstrainedLoss } from "./defineConstrainedLoss.js";
import { multiplier } from "./multiplier.js";
import { recallObjective } from "./recallObjective.js";

/** Options of `recallAtPrecision`. */
export interface RecallAtPrecisionOptions {
  /** α, above 0 and below 1: the precision that each class is to have. Default 0.9. */
  readonly target?: number;
}

/**
 * The highest recall at a precision of at least α, per class at the threshold z ≥ 0:
 * ((1+λ)·L⁺ + λ·α/(1−α)·L⁻ − λ·|Y⁺|) / N, the mean over the classes, with L⁺ = Σ y·max(0, 1−z) and
 * L⁻ = Σ (1−y)·max(0, 1+z) over the N examples of the batch. (The paper's sum is divided by N, so that a learning rate
 * fits every batch size.) Scores are σ(z).
 *
 * λ = |v| ≥ 0, one per class, of the variable v = `variables[0]`, which starts at 1: train v with the weights, in one
 * optimiser step, `tf.variableGrads(step, [...weights, ...loss.variables])`. Its gradient is reversed, so that it
 * grows while the constraint is violated. `model.fit` trains the weights alone and leaves λ at 1, a cost-sensitive
 * hinge. Since hinges bound counts from above, the precision reached is rather above α than below; where the bound
 * can't be met at all, λ grows without end. Take large batches: a class with few positives in each has a noisy
 * constraint.
 * @param options `target` 0.9
 * @throws TypeError, RangeError naming the option and what was received
 * @see Eban et al.: Scalable Learning of Non-Decomposable Objectives (AISTATS 2017), section 3
 */
export function recallAtPrecision(options: RecallAtPrecisionOptions = {}): ConstrainedLoss {
  checkOptions("recallAtPrecision", options, {
    target: numberThat("a number above 0 and below 1", (target) => target > 0 && target < 1),
  });
  const { target = 0.9 } = options;
  return defineConstrainedLoss(
    "recall-at-precision",
    (classes) => ({ lambda: variable(ones([classes])) }),
    (labels, logits, { lambda }) =>
      recallObjective(labels, logits, multiplier(lambda), target / (1 - target)),
  );
}
