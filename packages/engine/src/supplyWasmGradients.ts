import {
  Conv2DBackpropFilter,
  DepthwiseConv2dNativeBackpropFilter,
  DepthwiseConv2dNativeBackpropInput,
  getKernel,
  type KernelFunc,
  registerKernel,
} from "@tensorflow/tfjs-core";
import { convolutionFilterGradient } from "./convolutionFilterGradient.js";
import { depthwiseFilterGradient, depthwiseInputGradient } from "./depthwiseGradients.js";

const supplies: Readonly<Record<string, KernelFunc>> = {
  [Conv2DBackpropFilter]: convolutionFilterGradient,
  [DepthwiseConv2dNativeBackpropFilter]: depthwiseFilterGradient,
  [DepthwiseConv2dNativeBackpropInput]: depthwiseInputGradient,
};

/**
 * Supplies the gradients of convolutions that `@tensorflow/tfjs-backend-wasm` 4.22 lacks: of `conv2d` by its filter, of
 * `depthwiseConv2d` by filter and input. A kernel that is there already stays.
 */
export function supplyWasmGradients(): void {
  for (const [kernelName, kernelFunc] of Object.entries(supplies)) {
    const present = getKernel(kernelName, "wasm") as unknown; // undefined where there is none
    if (present === undefined) registerKernel({ kernelName, backendName: "wasm", kernelFunc });
  }
}
