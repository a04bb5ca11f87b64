import {
  _FusedMatMul,
  BatchMatMul,
  getKernel,
  Identity,
  type KernelConfig,
  type KernelFunc,
  registerKernel,
  unregisterKernel,
} from "@tensorflow/tfjs-core";
import { keepShapes } from "./keepShapes.js";
import { multiplyTransposed } from "./multiplyTransposed.js";
import { shareClone } from "./shareClone.js";

/** Set on a repaired kernel; registered globally so that a second copy of this package sees it. */
const repaired = Symbol.for("@sigf1/engine: repaired");

const product = (stock: KernelFunc): KernelFunc => multiplyTransposed(keepShapes(stock));
const repairs: Readonly<Record<string, (stock: KernelFunc) => KernelFunc>> = {
  [BatchMatMul]: product,
  [_FusedMatMul]: product,
  [Identity]: () => (args) => shareClone(args),
};

/**
 * Repairs the matrix product of `@tensorflow/tfjs-backend-wasm` 4.22 and its gradient:
 *
 * - A product with a transposed side runs in a scalar loop there. It is transposed first, then multiplied by
 *   the untransposed kernel (XNNPACK).
 * - That kernel keeps its packed right side by the identity of the data alone. The same data as right side
 *   in a second shape (after `reshape`) overran the memory of the result; it is copied first.
 * - For the gradient, both sides are kept as clones, which that backend copies. They share the data instead.
 *
 * Every other product goes to the kernels of the backend as before, a batch of several products too.
 * Calling it again changes nothing. The backend must have been imported; it need not be in use.
 * @throws Error when `@tensorflow/tfjs-backend-wasm` has not been imported
 */
export function repairWasmMatMul(): void {
  for (const [kernelName, repair] of Object.entries(repairs)) {
    const stock: KernelConfig | undefined = getKernel(kernelName, "wasm");
    if (stock === undefined) {
      throw new Error('import "@tensorflow/tfjs-backend-wasm" before repairWasmMatMul()');
    }
    if (repaired in stock.kernelFunc) continue;
    unregisterKernel(kernelName, "wasm");
    registerKernel({
      ...stock,
      kernelFunc: Object.assign(repair(stock.kernelFunc), { [repaired]: true }),
    });
  }
}
