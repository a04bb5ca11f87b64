import type { MultilabelLoss } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";
import type { Head } from "../heads/Head.js";
import { createOptimizer } from "../optimizers/createOptimizer.js";
import type { OptimizerOptions } from "../optimizers/Optimizer.js";
import type { TrainingStep } from "./TrainingStep.js";

/**
 * The training step computed operation by operation on the backend in use. It descends on
 * loss(y, z) + Σ λ·Σw² (the head's penalties, so Adam's moments see both) and reports loss(y, z) alone.
 */
export function eagerStep(
  head: Head,
  loss: MultilabelLoss,
  options: OptimizerOptions,
): TrainingStep {
  const variables = [...head.variables];
  const optimizer = createOptimizer(variables, options);
  return {
    async run({ features, labels, masks }) {
      return tf.tidy(() => {
        const { value, grads } = tf.variableGrads(
          () => loss(labels, head.forward(features, masks)),
          variables,
        );
        const gradients = variables.map((w, i) => {
          const gradient = grads[w.name]!; // one for each variable
          const penalty = head.penalties[i]!; // as many as variables
          return penalty === 0 ? gradient : tf.add(gradient, tf.mul(w, 2 * penalty));
        });
        optimizer.update(gradients);
        return value;
      });
    },
    dispose: () => optimizer.dispose(),
  };
}
