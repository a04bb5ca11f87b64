import * as tf from "@tensorflow/tfjs-core";
import type { Graph } from "../graph/Graph.js";
import { isSameGraph } from "../graph/isSameGraph.js";
import { asTensors } from "./asTensors.js";
import { ImpureFunctionError } from "./ImpureFunctionError.js";
import { valueType } from "./TraceBackend.js";
import { UntraceableError } from "./UntraceableError.js";
import { useTraceBackend } from "./useTraceBackend.js";

/** A function of tensors to trace; it runs synchronously. */
export type TensorFunction = (...inputs: tf.Tensor[]) => tf.Tensor | readonly tf.Tensor[];

/** Shape and type of an argument. */
export interface TensorSpec {
  readonly shape: readonly number[];
  readonly dtype: tf.DataType;
}

/** What a function does to its arguments and the state. */
export interface Trace {
  /** Takes the arguments, then the state; gives the results, then the state that `changed` names. */
  readonly graph: Graph;
  /** Shape and type of each result. */
  readonly results: readonly TensorSpec[];
  /** Positions in the state of the variables that the function assigns. */
  readonly changed: readonly number[];
}

/**
 * Runs a function twice on tensors without values and records what it computes. The variables of `state` are inputs,
 * and outputs where the function assigns them; they keep their values.
 *
 * @throws UntraceableError where it can't be: ImpureFunctionError where the two runs differ, TracedReadError where the
 *   function reads a tensor's values, UnsupportedKernelError where it uses a kernel that has no ONNX form
 */
export function traceFunction(
  fn: TensorFunction,
  specs: readonly TensorSpec[],
  state: readonly tf.Variable[],
): Trace {
  const trace = traceOnce(fn, specs, state);
  if (!isSameGraph(trace.graph, traceOnce(fn, specs, state).graph)) throw new ImpureFunctionError();
  return trace;
}

function traceOnce(
  fn: TensorFunction,
  specs: readonly TensorSpec[],
  state: readonly tf.Variable[],
): Trace {
  return useTraceBackend((backend) => {
    const builder = backend.begin();
    const dataIds = state.map(({ dataId }) => dataId);
    const counts = countersOf(tf.engine().state);
    tf.engine().startScope();
    try {
      const place = ({ shape, dtype }: TensorSpec) => {
        const dataId = backend.place(builder.input(shape, valueType(dtype)));
        return tf.engine().makeTensorFromDataId(dataId, [...shape], dtype, backend);
      };
      const args = specs.map(place);
      const placed = state.map((variable) => place(variable).dataId);
      state.forEach((variable, i) => {
        variable.dataId = placed[i]!; // one for each
      });
      const results = asTensors(withFixedState(state, () => fn(...args)));
      const changed = state.flatMap((variable, i) => (variable.dataId === placed[i] ? [] : [i]));
      const outputs = [...results, ...changed.map((i) => state[i]!)]; // positions in state
      return {
        graph: builder.build(outputs.map((tensor) => backend.lookUp(tensor))),
        results: results.map(({ shape, dtype }) => ({ shape, dtype })),
        changed,
      };
    } finally {
      tf.engine().endScope();
      state.forEach((variable, i) => {
        variable.dataId = dataIds[i]!; // one for each
      });
      backend.begin();
      // What was traced was no tensor with data: tfjs's counts must not know of it.
      Object.assign(tf.engine().state, counts);
    }
  });
}

/** Refuses to assign a variable that is none of the state: a trace has no value to give it. */
function withFixedState<Result>(state: readonly tf.Variable[], run: () => Result): Result {
  const known = new Set(state);
  const { assign } = tf.Variable.prototype;
  const { makeVariable } = tf.engine();
  tf.Variable.prototype.assign = function (value) {
    if (!known.has(this))
      throw new UntraceableError(
        `the function assigns the variable "${this.name}", which is none of its state: a model to export may not, and a function to compile must with its examples, or have it in \`state\``,
      );
    assign.call(this, value);
  };
  tf.engine().makeVariable = () => {
    throw new UntraceableError("the function makes a variable, and not in its first call alone");
  };
  try {
    return run();
  } finally {
    tf.Variable.prototype.assign = assign;
    tf.engine().makeVariable = makeVariable;
  }
}

type EngineState = ReturnType<typeof tf.engine>["state"];

function countersOf(state: EngineState) {
  const { numBytes, numTensors, numStringTensors, numDataBuffers } = state;
  return { numBytes, numTensors, numStringTensors, numDataBuffers };
}
