import type { Value } from "../graph/Value.js";
import { UnsupportedKernelError } from "../trace/UnsupportedKernelError.js";
import { convolve } from "./convolution.js";
import { convolveDepthwise } from "./depthwiseConvolution.js";
import { elementwise } from "./elementwise.js";
import { fusedActivation } from "./fusedActivation.js";
import type { KernelCall, Lowering, Lowerings } from "./Lowering.js";

type Convolve = (call: KernelCall, kernel: string, bias: Value | undefined) => Value;

/** A convolution, its bias and an activation. */
const fused =
  (kernel: string, convolution: Convolve, outChannels: (filter: Value) => number): Lowering =>
  (call) => {
    const { graph, inputs, attrs } = call;
    const [bias, filter] = [inputs.bias, inputs.filter!]; // the kernel's inputs
    if (attrs.dataFormat === "NCHW") {
      throw new UnsupportedKernelError(kernel, "its images must have their channels last");
    }
    const isOwn = bias?.shape.length === 1 && bias.shape[0] === outChannels(filter);
    const y = convolution(call, kernel, isOwn ? bias : undefined);
    const sum = bias === undefined || isOwn ? y : elementwise(graph, "Add", [y, bias]);
    return fusedActivation(kernel, call, sum);
  };

export const fusedConvolutionLowerings: Lowerings = {
  FusedConv2D: fused("FusedConv2D", convolve, ({ shape }) => shape[3]!), // a filter has four axes
  FusedDepthwiseConv2D: fused(
    "FusedDepthwiseConv2D",
    convolveDepthwise,
    ({ shape }) => shape[2]! * shape[3]!, // a filter has four axes
  ),
};
