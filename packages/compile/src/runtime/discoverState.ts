import * as tf from "@tensorflow/tfjs-core";
import { InferenceSession } from "onnxruntime-node";
import { prune } from "../graph/prune.js";
import { encodeModel } from "../onnx/encodeModel.js";
import { type TensorFunction, traceOnce } from "../trace/traceFunction.js";
import type { TypedArray } from "./TypedArray.js";
import { toOrtTensor } from "./toOrtTensor.js";

/**
 * The variables that a function assigns, and those that it makes in its first call (optimisers make their moments in
 * the first step): these then have the values that they were made with. The call is a trace, so that the backend in use
 * need not have the function's kernels; the values of no other variable change.
 */
export async function discoverState(
  fn: TensorFunction,
  examples: readonly tf.Tensor[],
): Promise<tf.Variable[]> {
  const existing = Object.values(tf.engine().registeredVariables).filter(
    ({ dtype }) => dtype !== "string" && dtype !== "complex64",
  );
  const made: tf.Variable[] = [];
  let failure: { readonly error: unknown } | undefined;
  const firstCall: TensorFunction = (...inputs) => {
    const initial: tf.Tensor[] = [];
    const engine = tf.engine();
    const makeVariable = engine.makeVariable;
    engine.makeVariable = (...given) => {
      const variable = makeVariable.apply(engine, given);
      made.push(variable);
      initial.push(tf.clone(variable));
      return variable;
    };
    try {
      fn(...inputs);
    } catch (error) {
      failure = { error }; // what was made until then must still get its values
    } finally {
      engine.makeVariable = makeVariable;
    }
    return initial;
  };
  const { graph, changed } = traceOnce(firstCall, examples, existing);
  const sources = [...examples, ...existing];
  const initial = prune({ ...graph, outputs: graph.outputs.slice(0, made.length) });
  const feeds = await Promise.all(
    initial.inputs.map(async ({ name }) => {
      const source = sources[graph.inputs.findIndex((input) => input.name === name)]!; // one for each
      return [name, toOrtTensor((await source.data()) as TypedArray, source)] as const;
    }),
  );
  if (made.length > 0) {
    const session = await InferenceSession.create(encodeModel(initial), { logSeverityLevel: 3 });
    const values = await session.run(Object.fromEntries(feeds));
    initial.outputs.forEach(({ name }, i) => {
      materialize(made[i]!, values[name]!.data as TypedArray); // one for each
    });
    await session.release();
  }
  if (failure !== undefined) throw failure.error;
  return [...changed.map((i) => existing[i]!), ...made]; // positions in existing
}

/** Gives a variable that was made in a trace its first values on the backend in use. */
function materialize(variable: tf.Variable, values: TypedArray): void {
  const value = tf.tensor(values, variable.shape, variable.dtype);
  variable.dataId = value.dataId;
  tf.engine().incRef(variable, tf.backend());
  value.dispose();
}
