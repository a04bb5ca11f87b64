import type { Value } from "../graph/Value.js";
import { UnsupportedKernelError } from "../trace/UnsupportedKernelError.js";
import { activationLowerings } from "./activation.js";
import type { KernelCall } from "./Lowering.js";

const KERNELS: Readonly<Record<string, string>> = {
  elu: "Elu",
  leakyrelu: "LeakyRelu",
  prelu: "Prelu",
  relu: "Relu",
  relu6: "Relu6",
  sigmoid: "Sigmoid",
};

/** The activation that a fused kernel names, of what it computed before. */
export function fusedActivation(
  kernel: string,
  { graph, inputs, attrs }: KernelCall,
  x: Value,
): Value {
  const name = (attrs.activation as string | null) ?? "linear";
  if (name === "linear") return x;
  const lowering = activationLowerings[KERNELS[name] ?? ""];
  if (lowering === undefined) {
    throw new UnsupportedKernelError(kernel, `it has the unknown activation "${name}"`);
  }
  const alpha = inputs.preluActivationWeights;
  return lowering({
    graph,
    inputs: alpha === undefined ? { x } : { x, alpha },
    attrs: { alpha: attrs.leakyreluAlpha },
  }) as Value; // an activation has one output
}
