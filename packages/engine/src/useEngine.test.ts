import { MathBackendCPU } from "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { EngineError } from "./EngineError.js";
import type { Load } from "./Load.js";
import { probeEngines } from "./probeEngines.js";
import { useEngine } from "./useEngine.js";

/** Packages by name, each with what its import does; the built-in engines are always there. */
function packages(available: Record<string, () => unknown> = {}): Load {
  return async (specifier) => {
    const stand = available[specifier];
    if (stand !== undefined) return stand();
    if (/backend-(wasm|cpu)$/.test(specifier)) return import(specifier);
    throw new Error(`Cannot find package '${specifier}' imported from /somewhere/engine.js`);
  };
}

/** Registers a backend as tfjs-node does, computing with the cpu kernels. */
function standIn(backend: string, properties: object = {}): () => void {
  return () => {
    tf.registerBackend(backend, () => Object.assign(new MathBackendCPU(), properties));
    tf.copyRegisteredKernels("cpu", backend);
  };
}

const dawn = (adapter: object | null) => () => ({
  create: () => ({ requestAdapter: async () => adapter }),
  globals: { GPUStandIn: true },
});

beforeEach(async () => {
  await useEngine("cpu", { load: packages() });
});

afterEach(async () => {
  await tf.setBackend("cpu");
  for (const backend of ["tensorflow", "webgpu"]) {
    if (tf.findBackendFactory(backend) === null) continue;
    tf.removeBackend(backend);
    for (const { kernelName } of tf.getKernelsForBackend(backend))
      tf.unregisterKernel(kernelName, backend);
  }
  Reflect.deleteProperty((globalThis as { navigator?: object }).navigator ?? {}, "gpu");
  Reflect.deleteProperty(globalThis, "GPUStandIn");
});

describe("useEngine", () => {
  test("auto takes wasm where no optional package is installed", async () => {
    expect(await useEngine("auto", { load: packages() })).toBe("wasm");
    expect(tf.getBackend()).toBe("wasm");
  });

  test("auto prefers gpu to node to webgpu to wasm, and cpu is the last resort", async () => {
    const gpu = { "@tensorflow/tfjs-node-gpu": standIn("tensorflow", { isUsingGpuDevice: true }) };
    const node = { "@tensorflow/tfjs-node": standIn("tensorflow") };
    const webgpu = { webgpu: dawn({}), "@tensorflow/tfjs-backend-webgpu": standIn("webgpu") };
    const broken = { "@tensorflow/tfjs-backend-wasm": () => Promise.reject(new Error("no wasm")) };
    expect(await useEngine("auto", { load: packages(broken) })).toBe("cpu");
    expect(await useEngine("auto", { load: packages({ ...broken, ...webgpu }) })).toBe("webgpu");
    expect(await useEngine("auto", { load: packages({ ...webgpu, ...node }) })).toBe("node");
    tf.removeBackend("tensorflow");
    for (const { kernelName } of tf.getKernelsForBackend("tensorflow"))
      tf.unregisterKernel(kernelName, "tensorflow");
    expect(await useEngine("auto", { load: packages({ ...webgpu, ...node, ...gpu }) })).toBe("gpu");
  });

  test("gradients are registered on the engine", async () => {
    await useEngine("wasm", { load: packages() });
    const gradient = tf.grad((x) => tf.sum(tf.square(x)))(tf.tensor1d([1, 2]));
    expect([...(await gradient.data())]).toEqual([2, 4]);
  });

  test("a named engine that is not installed is an error with reason and remedy, and the backend stays", async () => {
    const failure = await useEngine("node", { load: packages() }).catch((error) => error);
    expect(failure).toBeInstanceOf(EngineError);
    expect(failure).toMatchObject({
      engine: "node",
      reason: "Cannot find package '@tensorflow/tfjs-node'",
      remedy: expect.stringContaining("npm install @tensorflow/tfjs-node"),
    });
    expect(tf.getBackend()).toBe("cpu");
  });

  test("gpu refuses a tfjs-node-gpu that runs on the CPU", async () => {
    const load = packages({
      "@tensorflow/tfjs-node-gpu": standIn("tensorflow", { isUsingGpuDevice: false }),
    });
    await expect(useEngine("gpu", { load })).rejects.toThrow(/found no GPU/);
    expect(tf.getBackend()).toBe("cpu");
  });

  test("webgpu is given navigator.gpu and its classes before its backend is imported", async () => {
    const seen: unknown[] = [];
    const load = packages({
      webgpu: dawn({}),
      "@tensorflow/tfjs-backend-webgpu": () => {
        seen.push(
          "gpu" in (globalThis as { navigator?: object }).navigator!,
          "GPUStandIn" in globalThis,
        ); // given
        standIn("webgpu")();
      },
    });
    expect(await useEngine("webgpu", { load })).toBe("webgpu");
    expect(seen).toEqual([true, true]);
  });

  test("webgpu without an adapter is an error that leaves no navigator.gpu behind", async () => {
    await expect(useEngine("webgpu", { load: packages({ webgpu: dawn(null) }) })).rejects.toThrow(
      /no graphics adapter/,
    );
    expect((globalThis as { navigator?: { gpu?: object } }).navigator?.gpu).toBeUndefined();
  });

  test("auto passes over a webgpu adapter that is software, which by name is taken", async () => {
    const load = packages({
      webgpu: dawn({ info: { isFallbackAdapter: true, description: "SwiftShader" } }),
      "@tensorflow/tfjs-backend-webgpu": standIn("webgpu"),
    });
    expect(await useEngine("auto", { load })).toBe("wasm");
    expect(await useEngine("webgpu", { load })).toBe("webgpu");
  });

  test("a package bound to another copy of tfjs-core is an error that says so", async () => {
    const load = packages({ "@tensorflow/tfjs-node": () => ({}) });
    await expect(useEngine("node", { load })).rejects.toThrow(/registered no backend "tensorflow"/);
  });

  test("an engine that computes wrongly is an error", async () => {
    const load = packages({
      "@tensorflow/tfjs-node": () => {
        standIn("tensorflow")();
        tf.unregisterKernel("BatchMatMul", "tensorflow");
        tf.registerKernel({
          kernelName: "BatchMatMul",
          backendName: "tensorflow",
          kernelFunc: ({ backend }) =>
            (backend as MathBackendCPU).makeTensorInfo([1, 1], "float32", Float32Array.of(12)),
        });
      },
    });
    await expect(useEngine("node", { load })).rejects.toThrow(/= 12 instead of 11/);
  });

  test("an unknown name is a RangeError that lists the engines", async () => {
    await expect(useEngine("cuda" as "gpu")).rejects.toThrow(
      new RangeError('no engine "cuda"; there are auto, gpu, node, webgpu, wasm, cpu'),
    );
  });
});

describe("probeEngines", () => {
  test("reports every engine, with reason and remedy where it does not work, and returns to the backend", async () => {
    await useEngine("wasm", { load: packages() });
    const reports = await probeEngines({ load: packages() });
    expect(reports.map(({ engine, works }) => [engine, works])).toEqual([
      ["gpu", false],
      ["node", false],
      ["webgpu", false],
      ["wasm", true],
      ["cpu", true],
    ]);
    expect(reports[2]).toMatchObject({
      reason: "Cannot find package 'webgpu'",
      remedy: expect.stringContaining("npm install webgpu"),
    });
    expect(tf.getBackend()).toBe("wasm");
  });
});
