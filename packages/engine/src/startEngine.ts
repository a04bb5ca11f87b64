// tfjs-core alone has no gradients in Node: only this package registers them there, since the ES modules
// of tfjs-core that do so use imports without file extensions, which Node does not load.
import "@tensorflow/tfjs";
import * as tf from "@tensorflow/tfjs-core";
import { EngineError } from "./EngineError.js";
import type { EngineName } from "./EngineName.js";
import { engines } from "./engines.js";
import type { Load } from "./Load.js";

/**
 * Makes one engine the backend of TensorFlow.js and has it multiply two matrices.
 * On failure the backend may be left changed: the caller returns to the former one.
 * @throws EngineError when a package is missing, the backend does not start or computes wrongly
 */
export async function startEngine(name: EngineName, load: Load, auto: boolean): Promise<void> {
  const { backend, prepare, check, remedy } = engines[name];
  try {
    await prepare(load, auto);
    if (tf.findBackendFactory(backend) === null) {
      throw new Error(
        `its package registered no backend "${backend}" with this copy of @tensorflow/tfjs-core ${tf.version_core} (its version must be the same)`,
      );
    }
    if (!(await tf.setBackend(backend))) throw new Error(`its backend "${backend}" did not start`);
    check?.();
    await multiply();
  } catch (cause) {
    throw new EngineError(name, reason(cause), remedy, { cause });
  }
}

async function multiply(): Promise<void> {
  const production = tf.env().getBool("PROD");
  tf.env().set("PROD", true); // or the cpu backend's first use prints advice to install tfjs-node
  const product = tf.tidy(() => tf.matMul(tf.tensor2d([[1, 2]]), tf.tensor2d([[3], [4]])));
  tf.env().set("PROD", production);
  const [value] = await product.data();
  product.dispose();
  if (value !== 11) throw new Error(`it computed (1 2)·(3 4)ᵀ = ${value} instead of 11`);
}

/** The first line of a failed import names the package; what follows is a list of requiring files. */
function reason(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return (message.split("\n")[0] ?? "").replace(/ imported from .*$/, "").replace(/\.$/, "");
}
