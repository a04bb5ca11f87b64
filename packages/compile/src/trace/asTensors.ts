import * as tf from "@tensorflow/tfjs-core";

/**
 * What a function gave, as a list of tensors.
 * @throws TypeError where it is none
 */
export function asTensors(output: unknown): tf.Tensor[] {
  const results: unknown[] = Array.isArray(output) ? output : [output];
  if (results.every((result) => result instanceof tf.Tensor)) return results;
  // An async function that is refused shall not end the process by what it throws later.
  if (output instanceof Promise) output.catch(() => {});
  throw new TypeError(
    "a function to compile gives a tensor or an array of tensors, synchronously; optimizer.minimize does with `true` as its second argument",
  );
}
