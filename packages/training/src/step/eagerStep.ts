import type { MultilabelLoss } from "@sigf1/losses";
import type { ScoreMatrix } from "@sigf1/metrics";
import * as tf from "@tensorflow/tfjs-core";
import type { Head } from "../heads/Head.js";
import { createOptimizer } from "../optimizers/createOptimizer.js";
import type { OptimizerOptions } from "../optimizers/Optimizer.js";
import { lossInputs } from "./lossInputs.js";
import { stepFunction } from "./stepFunction.js";
import type { Batch, TrainingStep } from "./TrainingStep.js";
import { trainableVariables } from "./trainableVariables.js";

/** The training step computed operation by operation on the backend in use. */
export function eagerStep(
  head: Head,
  loss: MultilabelLoss,
  options: OptimizerOptions,
): TrainingStep {
  const optimizer = createOptimizer(trainableVariables(head, loss), options);
  const step = stepFunction(head, loss, optimizer);
  // What comes again, because a batch is the whole training part, is still on the device.
  let placed = new Map<ScoreMatrix, tf.Tensor2D>();
  const place = ({ features, labels, masks }: Batch) => {
    const before = placed;
    placed = new Map([features, labels, ...masks].map((m) => [m, before.get(m) ?? toTensor(m)]));
    for (const [matrix, tensor] of before) if (!placed.has(matrix)) tensor.dispose();
    return [...placed.values()];
  };
  return {
    variables: optimizer.variables,
    async run(batch) {
      const [features, labels, ...masks] = place(batch) as [tf.Tensor2D, tf.Tensor2D];
      return tf.tidy(() => step(features, labels, masks, lossInputs(loss, ...labels.shape)));
    },
    dispose() {
      tf.dispose([...placed.values()]);
      optimizer.dispose();
    },
  };
}

const toTensor = ({ rows, cols, data }: ScoreMatrix) => tf.tensor2d(data, [rows, cols]);
