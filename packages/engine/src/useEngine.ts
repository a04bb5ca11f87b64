import * as tf from "@tensorflow/tfjs-core";
import { EngineError } from "./EngineError.js";
import { type EngineName, engineNames } from "./EngineName.js";
import { load as importModule, type Load } from "./Load.js";
import { startEngine } from "./startEngine.js";

/**
 * Readies TensorFlow.js, gradients included, on an engine and makes that its backend.
 * `auto` takes the first that works of `gpu`, `node`, `webgpu` (hardware only), `wasm`, `cpu`.
 * On `wasm` it also repairs the matrix product (see `repairWasmMatMul`) and supplies the gradients of convolutions that
 * are missing there (see `supplyWasmGradients`).
 *
 * @param name an engine or `auto`, the default
 * @param options `load` imports a package by name; default `import()`
 * @returns the engine that is now in use
 * @throws EngineError when the named engine does not work here; the backend stays what it was
 * @throws RangeError when there is no engine of that name
 */
export async function useEngine(
  name: EngineName | "auto" = "auto",
  { load = importModule }: { load?: Load } = {},
): Promise<EngineName> {
  if (name !== "auto" && !engineNames.includes(name)) {
    throw new RangeError(`no engine "${name}"; there are auto, ${engineNames.join(", ")}`);
  }
  await tf.ready(); // settles on a backend that works: the one to return to
  const before = tf.getBackend();
  let failure: EngineError | undefined;
  for (const engine of name === "auto" ? engineNames : [name]) {
    try {
      await startEngine(engine, load, name === "auto");
      return engine;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      failure = error;
    }
  }
  await tf.setBackend(before);
  throw failure;
}
