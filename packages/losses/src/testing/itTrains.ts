import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import type { MultilabelLoss } from "../MultilabelLoss.js";

/** Works as `model.compile({ loss })`: the loss that fit reports falls, and evaluate agrees with it. */
export function itTrains(title: string, make: () => MultilabelLoss): void {
  it(`${title}: trains a tfjs-layers model through model.compile`, async () => {
    const x = tf.randomNormal([64, 6], 0, 1, "float32", 1);
    const y = tf.tidy(() =>
      tf.greater(tf.matMul(x, tf.randomNormal([6, 3], 0, 1, "float32", 2)), 1),
    );
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [6] })] });
    const optimizer = tf.train.adam(0.1);
    const loss = make();
    model.compile({ loss, optimizer });
    const history = await model.fit(x, y, {
      epochs: 25,
      batchSize: 32,
      shuffle: false,
      verbose: 0,
    });
    const losses = history.history.loss as number[];
    expect(losses[24]).toBeLessThan(0.8 * (losses[0] as number));

    const reported = (model.evaluate(x, y, { batchSize: 64 }) as tf.Scalar).dataSync()[0];
    const computed = tf.tidy(() => loss(y, model.predict(x) as tf.Tensor).dataSync()[0]);
    expect(computed).toBeCloseTo(reported as number, 5);
  });
}
