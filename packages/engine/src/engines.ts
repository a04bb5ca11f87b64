import { backend } from "@tensorflow/tfjs-core";
import type { EngineName } from "./EngineName.js";
import type { Load } from "./Load.js";
import { provideWebGPU } from "./provideWebGPU.js";
import { repairWasmMatMul } from "./repairWasmMatMul.js";
import { supplyWasmGradients } from "./supplyWasmGradients.js";

export interface Engine {
  /** Name under which its package registers the backend with TensorFlow.js. */
  readonly backend: string;
  /** Imports what the engine needs. `auto` is true when nobody asked for this engine by name. */
  prepare(load: Load, auto: boolean): Promise<void>;
  /** Throws when the backend, now in use, is not what the engine promises. */
  check?(): void;
  /** How to get the engine where it does not work. */
  readonly remedy: string;
}

/** tfjs-node-gpu also runs without a GPU, on the CPU and under the same backend name. */
function checkGpu(): void {
  if (!(backend() as { isUsingGpuDevice?: boolean }).isUsingGpuDevice) {
    throw new Error("@tensorflow/tfjs-node-gpu found no GPU");
  }
}

export const engines: Readonly<Record<EngineName, Engine>> = {
  gpu: {
    backend: "tensorflow",
    prepare: async (load) => void (await load("@tensorflow/tfjs-node-gpu")),
    check: checkGpu,
    remedy:
      "Run: npm install @tensorflow/tfjs-node-gpu@4.22.0 (Linux or Windows with an NVIDIA GPU, CUDA 11 and cuDNN 8; Node 22 or older).",
  },
  node: {
    backend: "tensorflow",
    prepare: async (load) => void (await load("@tensorflow/tfjs-node")),
    remedy:
      "Run: npm install @tensorflow/tfjs-node@4.22.0 (its installer downloads the TensorFlow library; Node 22 or older).",
  },
  webgpu: {
    backend: "webgpu",
    prepare: async (load, auto) => {
      await provideWebGPU(load, auto);
      await load("@tensorflow/tfjs-backend-webgpu");
    },
    remedy:
      "Run: npm install webgpu @tensorflow/tfjs-backend-webgpu@4.22.0 (needs a GPU with a Vulkan, Metal or Direct3D 12 driver).",
  },
  wasm: {
    backend: "wasm",
    prepare: async (load) => {
      await load("@tensorflow/tfjs-backend-wasm");
      repairWasmMatMul();
      supplyWasmGradients();
    },
    remedy: "It is a dependency of @sigf1/engine: install that package again.",
  },
  cpu: {
    backend: "cpu",
    prepare: async (load) => void (await load("@tensorflow/tfjs-backend-cpu")),
    remedy: "It is a dependency of @sigf1/engine: install that package again.",
  },
};
