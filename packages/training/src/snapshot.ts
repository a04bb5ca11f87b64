import * as tf from "@tensorflow/tfjs-core";

/** Copies variables' values; calling the result sets them back. */
export async function snapshot(variables: readonly tf.Variable[]): Promise<() => void> {
  const values = await Promise.all(variables.map((variable) => variable.data()));
  return () =>
    tf.tidy(() => {
      for (const [i, variable] of variables.entries()) {
        const value = values[i] as Float32Array; // as many
        variable.assign(tf.tensor(value, variable.shape, variable.dtype));
      }
    });
}
