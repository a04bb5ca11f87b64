import { lossByName, type MultilabelLoss } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs";
import { evaluate } from "../evaluate.js";
import { batch } from "./batch.js";
import type { DrawnLoss } from "./DrawnLoss.js";

/** Value and gradient of each call of a loss with its defaults, on the backend in use. */
export function measureLoss({ name, calls }: DrawnLoss): ReturnType<typeof evaluate>[] {
  const loss: MultilabelLoss = lossByName(name);
  const [first = []] = batch.labels;
  const counts = first.map((_, j) => batch.labels.filter((row) => (row[j] ?? 0) > 0).length);
  loss.onTrainBegin?.({ examples: batch.labels.length, counts });
  const measured = calls.map((inputs) =>
    tf.tidy(() => {
      const tensors = Object.entries(inputs).map(([input, { shape, values }]) => [
        input,
        tf.tensor([...values], [...shape]),
      ]);
      const given = Object.fromEntries(tensors);
      const call = (y: tf.Tensor, z: tf.Tensor) => loss(y, z, given);
      return evaluate(Object.assign(call, { scores: loss.scores }), batch);
    }),
  );
  loss.dispose?.();
  return measured;
}
