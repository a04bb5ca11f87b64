import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import type { MultilabelLoss } from "../MultilabelLoss.js";

/** A call leaves one tensor, its result; a gradient step and a saturation none beyond theirs. */
export function itLeaksNothing(title: string, make: () => MultilabelLoss, classes = 3): void {
  it(`${title}: leaves no tensor behind but its results`, async () => {
    const untouched = tf.memory().numTensors;
    const loss = make();
    const y = tf.tensor2d([[1, 0, 1].slice(0, classes)], undefined, "int32");
    const z = tf.tensor2d([[0.5, -2, 0].slice(0, classes)]);
    tf.dispose(loss(y, z)); // makes the loss's variables, where it has any
    const left = (run: () => tf.Tensor[]) => {
      const before = tf.memory().numTensors;
      const results = run();
      const after = tf.memory().numTensors;
      tf.dispose(results);
      return after - before - results.length;
    };
    expect(left(() => [loss(y, z)])).toBe(0);
    expect(left(() => [loss.scores(z)])).toBe(0);
    expect(left(() => [tf.grad((x: tf.Tensor) => loss(y, x))(z)])).toBe(0);
    const before = tf.memory().numTensors;
    await loss.saturation?.(z);
    expect(tf.memory().numTensors).toBe(before);
    loss.dispose?.();
    tf.dispose([y, z]);
    expect(tf.memory().numTensors).toBe(untouched);
  });
}
