import * as tf from "@tensorflow/tfjs-core";

/** Copies float32 variables' values. */
export async function readVariables(variables: readonly tf.Variable[]): Promise<Float32Array[]> {
  const values = await Promise.all(variables.map((variable) => variable.data<"float32">()));
  // A backend may hand out its own memory, which the next step changes.
  return values.map((data) => data.slice());
}

/**
 * Gives float32 variables the values that `readVariables` copied.
 * @throws RangeError where number or sizes differ; no variable is changed then
 */
export function writeVariables(
  variables: readonly tf.Variable[],
  values: readonly Float32Array[],
): void {
  const sizes = values.map(({ length }) => length);
  const expected = variables.map(({ size }) => size);
  if (sizes.join() !== expected.join()) {
    throw new RangeError(
      `the values of variables of the sizes [${expected}] are expected, got the sizes [${sizes}]`,
    );
  }
  tf.tidy(() => {
    for (const [i, variable] of variables.entries()) {
      variable.assign(tf.tensor(values[i]!, variable.shape)); // as many, checked above
    }
  });
}
