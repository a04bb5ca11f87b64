/** Kernels that the gradient of a network with plain and depthwise convolutions is made of. */
const needed = [
  "Conv2DBackpropFilter",
  "Conv2DBackpropInput",
  "DepthwiseConv2dNativeBackpropFilter",
  "DepthwiseConv2dNativeBackpropInput",
] as const;

/**
 * Gradients of convolutions that a backend of TensorFlow.js lacks, by the names of their kernels.
 * @param backend default the one in use
 */
export async function missingGradients(backend?: string): Promise<readonly string[]> {
  const tf = await import("@tensorflow/tfjs-core");
  await tf.ready();
  const name = backend ?? tf.getBackend();
  return needed.filter((kernel) => (tf.getKernel(kernel, name) as unknown) === undefined);
}
