import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import type { KernelFunc, TensorInfo } from "@tensorflow/tfjs-core";

/** The kernel `Identity` without the copy that the wasm backend makes: the data is shared and counted, as in `reshape`. */
export const shareClone: KernelFunc = ({ inputs, backend }) => {
  const { dataId, shape, dtype } = inputs.x as TensorInfo;
  (backend as BackendWasm).incRef(dataId);
  return { dataId, shape, dtype };
};
