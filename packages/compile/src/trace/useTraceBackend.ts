import * as tf from "@tensorflow/tfjs-core";
import type { Value } from "../graph/Value.js";
import type { Lowering } from "../kernels/Lowering.js";
import { lowerings } from "../kernels/lowerings.js";
import { TraceBackend } from "./TraceBackend.js";
import { UnsupportedKernelError } from "./UnsupportedKernelError.js";

const NAME = "sigf1-trace";
let backend: TraceBackend | undefined;

/** Runs a synchronous function with the trace backend in place of the one in use. */
export function useTraceBackend<Result>(run: (backend: TraceBackend) => Result): Result {
  backend ??= register();
  const traced = backend;
  tf.backend(); // settles on a backend, where none has been used yet
  const before = tf.getBackend();
  // Both switches take effect before the promise resolves: the backends are ready.
  void tf.setBackend(NAME);
  try {
    return run(traced);
  } catch (error) {
    // A kernel that is not tfjs-core's own.
    const kernel = new RegExp(`Kernel '(\\w+)' not registered for backend '${NAME}'`).exec(
      `${error}`,
    )?.[1];
    throw kernel === undefined ? error : new UnsupportedKernelError(kernel);
  } finally {
    void tf.setBackend(before);
  }
}

function register(): TraceBackend {
  const created = new TraceBackend();
  tf.registerBackend(NAME, () => created, 0);
  for (const kernelName of kernelNames()) {
    const lowering = lowerings[kernelName];
    tf.registerKernel({
      kernelName,
      backendName: NAME,
      kernelFunc: ({ inputs, attrs }) =>
        lower(created, kernelName, lowering, inputs as tf.NamedTensorInfoMap, attrs),
    });
  }
  return created;
}

/** Every kernel that tfjs names, so that an unknown one is an error of ours. */
function kernelNames(): Set<string> {
  const names = Object.keys(lowerings);
  for (const [name, value] of Object.entries(tf as Record<string, unknown>)) {
    if (typeof value === "string" && /^_?[A-Z]/.test(name)) names.push(value);
  }
  return new Set(names);
}

function lower(
  traced: TraceBackend,
  kernel: string,
  lowering: Lowering | undefined,
  tensors: tf.NamedTensorInfoMap,
  attrs: tf.NamedAttrMap | undefined,
): tf.TensorInfo | tf.TensorInfo[] {
  if (lowering === undefined) throw new UnsupportedKernelError(kernel);
  const inputs: Record<string, Value> = {};
  for (const [name, tensor] of Object.entries(tensors)) {
    if (tensor !== undefined && tensor !== null) inputs[name] = traced.lookUp(tensor);
  }
  const output = lowering({ graph: traced.graph, inputs, attrs: attrs ?? {} });
  const toTensor = (value: Value): tf.TensorInfo => ({
    dataId: traced.place(value),
    shape: [...value.shape],
    dtype: value.type as tf.DataType, // lowerings give tfjs's types
  });
  return "name" in output ? toTensor(output) : output.map(toTensor);
}
