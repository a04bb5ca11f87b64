import { sigmoidF1 } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs";

/** Trains a linear head with sigmoidF1 from fixed weights on a task that it can learn; the loss of each epoch. */
export async function trainModel(): Promise<number[]> {
  const x = tf.randomNormal([64, 6], 0, 1, "float32", 1);
  const y = tf.tidy(() => tf.greater(tf.matMul(x, tf.randomNormal([6, 3], 0, 1, "float32", 2)), 1));
  const kernelInitializer = tf.initializers.glorotUniform({ seed: 3 });
  const model = tf.sequential({
    layers: [tf.layers.dense({ units: 3, inputShape: [6], kernelInitializer })],
  });
  // an epsilon of its own: tfjs's default differs from backend to backend, 1e-4 on webgl and 1e-7 on cpu
  model.compile({ optimizer: tf.train.adam(0.1, 0.9, 0.999, 1e-7), loss: sigmoidF1() });
  const { history } = await model.fit(x, y, {
    epochs: 20,
    batchSize: 32,
    shuffle: false,
    verbose: 0,
  });
  tf.dispose([x, y]);
  model.dispose();
  return history.loss as number[];
}
