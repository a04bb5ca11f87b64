import { InferenceSession, Tensor } from "onnxruntime-node";
import { TYPED_ARRAYS } from "../graph/typedArrays.js";
import { encodeModel } from "../onnx/encodeModel.js";
import { type TensorFunction, traceFunction } from "../trace/traceFunction.js";
import type { TensorData } from "./TensorData.js";

/** Traces a function, runs its graph once on ONNX Runtime's CPU provider with one thread, and frees the session. */
export async function runCompiled(
  fn: TensorFunction,
  inputs: readonly TensorData[],
): Promise<TensorData[]> {
  const { graph, results } = traceFunction(fn, inputs, []);
  const session = await InferenceSession.create(encodeModel(graph), {
    executionProviders: ["cpu"],
    graphOptimizationLevel: "all",
    intraOpNumThreads: 1,
    logSeverityLevel: 3,
  });
  try {
    const feeds = Object.fromEntries(
      inputs.map(({ shape, dtype, values }, i) => [
        graph.inputs[i]!.name, // one for each
        new Tensor(dtype as "bool", TYPED_ARRAYS[dtype as "bool"].from(values), shape),
      ]),
    );
    const outputs = await session.run(feeds);
    return graph.outputs.map(({ name }, i) => {
      const { dims, type, data } = outputs[name]!; // the graph's outputs are the session's
      const { shape, dtype } = results[i]!;
      // What the trace announced and what the graph gives must agree; the graph's word counts.
      if (type !== dtype || `${dims}` !== `${shape}`) {
        throw new Error(`traced ${dtype}[${shape}], but the graph gives ${type}[${dims}]`);
      }
      return { shape: dims, dtype, values: Array.from(data as Float32Array, Number) };
    });
  } finally {
    await session.release();
  }
}
