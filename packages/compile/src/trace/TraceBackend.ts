import * as tf from "@tensorflow/tfjs-core";
import { GraphBuilder } from "../graph/GraphBuilder.js";
import { TYPED_ARRAYS } from "../graph/typedArrays.js";
import type { Value, ValueData, ValueType } from "../graph/Value.js";
import { TracedReadError } from "./TracedReadError.js";
import { UntraceableError } from "./UntraceableError.js";

/** A tfjs backend that computes nothing: it knows which value of a graph a tensor stands for. */
export class TraceBackend extends tf.KernelBackend {
  #values = new WeakMap<object, Value>();
  #graph = new GraphBuilder();

  /** The graph that is being traced. */
  get graph(): GraphBuilder {
    return this.#graph;
  }

  /** Begins a new graph. */
  begin(): GraphBuilder {
    this.#values = new WeakMap();
    this.#graph = new GraphBuilder();
    return this.#graph;
  }

  /** The id of a new tensor that stands for a value. */
  place(value: Value): object {
    const dataId = {};
    this.#values.set(dataId, value);
    return dataId;
  }

  /** The value of a tensor; one that the function holds from outside is a constant. */
  lookUp({ dataId, shape, dtype }: tf.TensorInfo): Value {
    const known = this.#values.get(dataId);
    if (known !== undefined) return known;
    const { backend } = tf.engine().state.tensorInfo.get(dataId) ?? {};
    if (backend === undefined) throw new Error("the function uses a tensor that is disposed");
    const value = this.#constant(readNow(backend, dataId), shape, dtype);
    this.#values.set(dataId, value);
    return value;
  }

  override write(values: tf.BackendValues, shape: number[], dtype: tf.DataType): object {
    return this.place(this.#constant(values, shape, dtype));
  }

  override move(
    dataId: object,
    values: tf.BackendValues,
    shape: number[],
    dtype: tf.DataType,
  ): void {
    this.#values.set(dataId, this.#constant(values, shape, dtype));
  }

  override readSync(): never {
    throw new TracedReadError();
  }

  override read(): never {
    throw new TracedReadError();
  }

  // Values belong to the graph and end with it.
  override disposeData(): boolean {
    return true;
  }

  override incRef(): void {}

  override refCount(): number {
    return 1;
  }

  override numDataIds(): number {
    return 0;
  }

  override memory() {
    return { unreliable: true };
  }

  override floatPrecision(): 32 {
    return 32;
  }

  override epsilon(): number {
    return 1e-7;
  }

  override dispose(): void {
    this.begin();
  }

  #constant(values: tf.BackendValues, shape: readonly number[], dtype: tf.DataType): Value {
    return this.graph.constant(typed(values, dtype), shape, valueType(dtype));
  }
}

/** What a tensor of another backend holds. */
function readNow(backend: tf.KernelBackend, dataId: object): tf.BackendValues {
  try {
    return backend.readSync(dataId);
  } catch (cause) {
    throw new UntraceableError(
      "the function holds a tensor of a backend that can't be read at once (WebGPU): pass it as an input, or list it in `state` if it is a variable",
      { cause },
    );
  }
}

/** The value type of a tfjs type. */
export function valueType(dtype: tf.DataType): ValueType {
  if (dtype === "float32" || dtype === "int32" || dtype === "bool") return dtype;
  throw new UntraceableError(`tensors of type ${dtype} have no ONNX form`);
}

function typed(values: tf.BackendValues, dtype: tf.DataType): ValueData {
  // A copy: the caller may go on to change its array.
  return TYPED_ARRAYS[valueType(dtype) as "bool"].from(values as unknown as ArrayLike<number>);
}
