import * as tf from "@tensorflow/tfjs-core";
import { InferenceSession } from "onnxruntime-node";
import type { CompileOptions } from "./CompileOptions.js";
import { encodeModel } from "./onnx/encodeModel.js";
import { checkOptions } from "./runtime/checkOptions.js";
import { discoverState } from "./runtime/discoverState.js";
import { StateBuffers } from "./runtime/StateBuffers.js";
import type { TypedArray } from "./runtime/TypedArray.js";
import { toOrtTensor } from "./runtime/toOrtTensor.js";
import { type LayersModelLike, toFunction } from "./trace/toFunction.js";
import {
  type TensorFunction,
  type TensorSpec,
  type Trace,
  traceFunction,
} from "./trace/traceFunction.js";

/** A traced function that ONNX Runtime runs. */
export interface CompiledFunction {
  /**
   * Runs it; a typed array has its example's shape but for the first dimension. Gives a typed array per result.
   * Calls run in their order, and read their inputs when their turn has come.
   */
  (...inputs: readonly (tf.Tensor | TypedArray)[]): Promise<TypedArray[]>;
  /** Writes the state into the tfjs variables: into these, default all. */
  sync(variables?: readonly tf.Variable[]): Promise<void>;
  /** Takes the state from the tfjs variables. */
  load(): Promise<void>;
  /** Frees the sessions; the function can't be called afterwards. */
  dispose(): Promise<void>;
}

interface Plan {
  readonly trace: Trace;
  readonly session: InferenceSession;
}

/**
 * Compiles a function of tensors, which may assign variables and take gradients, or a tfjs-layers model, to predict: it
 * is traced once per shape of its inputs, and from then on ONNX Runtime computes it. Variables that it assigns live
 * inside, as `sync` and `load` say; other tensors and variables that it reads are taken as they are when it is traced.
 *
 * @throws UntraceableError where it can't be traced: ImpureFunctionError, TracedReadError, UnsupportedKernelError
 */
export async function compile(
  model: TensorFunction | LayersModelLike,
  options: CompileOptions,
): Promise<CompiledFunction> {
  const fn = toFunction(model);
  checkOptions(options);
  const { examples, state = [], executionProviders = ["cpu"], threads } = options;
  const variables = [...new Set([...state, ...(await discoverState(fn, examples))])];
  const buffers = new StateBuffers(variables);
  await buffers.load();
  const plans = new Map<string, Plan>();
  let disposed = false;

  const makePlan = async (specs: readonly TensorSpec[]): Promise<Plan> => {
    const trace = traceFunction(fn, specs, variables);
    const session = await InferenceSession.create(encodeModel(trace.graph), {
      executionProviders,
      graphOptimizationLevel: "all",
      ...(threads === undefined ? {} : { intraOpNumThreads: threads }),
    });
    return { trace, session };
  };
  const planFor = async (specs: readonly TensorSpec[]): Promise<Plan> => {
    const key = specs.map(({ shape, dtype }) => `${dtype}[${shape}]`).join();
    const plan = plans.get(key) ?? (await makePlan(specs));
    plans.set(key, plan);
    return plan;
  };
  const run = async (inputs: readonly (tf.Tensor | TypedArray)[]): Promise<TypedArray[]> => {
    if (disposed) throw new Error("the compiled function is disposed");
    if (inputs.length !== examples.length) {
      throw new RangeError(`the function takes ${examples.length} inputs, got ${inputs.length}`);
    }
    const specs = inputs.map((input, i) => specOf(input, examples[i]!, i)); // as many
    const { trace, session } = await planFor(specs);
    const data = await Promise.all(inputs.map((x) => (x instanceof tf.Tensor ? x.data() : x)));
    const given = data.map((values, i) => toOrtTensor(values as TypedArray, specs[i]!));
    const feeds = Object.fromEntries(
      [...given, ...buffers.now].map((tensor, i) => [trace.graph.inputs[i]!.name, tensor]),
    );
    const names = trace.graph.outputs.map(({ name }) => name);
    const fetches = Object.fromEntries(
      names.map((name, i) => {
        const position = trace.changed[i - trace.results.length];
        return [name, position === undefined ? null : buffers.next[position]!];
      }),
    );
    const outputs = await session.run(feeds, fetches);
    buffers.swap(trace.changed);
    return trace.results.map((_, i) => outputs[names[i]!]!.data as TypedArray);
  };

  // One run after the other: each needs the state of the one before.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Result | Promise<Result>): Promise<Result> => {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  };
  await planFor(examples);
  return Object.assign(
    (...inputs: readonly (tf.Tensor | TypedArray)[]) => inTurn(() => run(inputs)),
    {
      sync: (chosen: readonly tf.Variable[] = variables) => inTurn(() => buffers.sync([...chosen])),
      load: () => inTurn(() => buffers.load()),
      dispose: () =>
        inTurn(async () => {
          disposed = true;
          for (const { session } of plans.values()) await session.release();
          plans.clear();
        }),
    },
  );
}

function specOf(input: tf.Tensor | TypedArray, example: tf.Tensor, position: number): TensorSpec {
  if (input instanceof tf.Tensor) return { shape: input.shape, dtype: input.dtype };
  if (!ArrayBuffer.isView(input))
    throw new TypeError(`input ${position} must be a tensor or a typed array`);
  const rest = example.shape.slice(1);
  const rows = input.length / rest.reduce((size, length) => size * length, 1);
  if (!Number.isInteger(rows) || rows === 0 || (example.rank === 0 && rows !== 1)) {
    throw new RangeError(
      `input ${position} has ${input.length} values, which do not fill rows of shape [${rest}]`,
    );
  }
  return { shape: example.rank === 0 ? [] : [rows, ...rest], dtype: example.dtype };
}
