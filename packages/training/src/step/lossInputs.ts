import type { LossInputs, MultilabelLoss } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs-core";

/** What a loss is given at a step besides labels and logits: its schedule as it stands, and fresh random numbers. */
export function lossInputs(loss: MultilabelLoss, examples: number, classes: number): LossInputs {
  const schedule = Object.entries(loss.schedule ?? {}).map(
    ([name, value]) => [name, tf.scalar(value)] as const,
  );
  return { ...Object.fromEntries(schedule), ...loss.draw?.(examples, classes) };
}
