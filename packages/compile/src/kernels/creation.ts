import type { DataType } from "@tensorflow/tfjs-core";
import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";
import { UnsupportedKernelError } from "../trace/UnsupportedKernelError.js";
import { elementwise } from "./elementwise.js";
import { expandTo } from "./expandTo.js";
import type { Lowering, Lowerings } from "./Lowering.js";
import { reshapeTo } from "./reshapeTo.js";

/** One entry everywhere. */
function filled(
  graph: GraphBuilder,
  kernel: string,
  entry: number,
  shape: readonly number[],
  dtype: DataType,
): Value {
  return expandTo(graph, graph.scalar(entry, numberType(kernel, dtype)), shape);
}

function numberType(kernel: string, dtype: DataType): "float32" | "int32" | "bool" {
  if (dtype === "float32" || dtype === "int32" || dtype === "bool") return dtype;
  throw new UnsupportedKernelError(kernel, `tensors of type ${dtype} have no ONNX form`);
}

const like =
  (entry: number): Lowering =>
  ({ graph, inputs }) => {
    const { shape, type } = inputs.x!; // the kernel's input
    return expandTo(graph, graph.scalar(entry, type as "float32"), shape);
  };

/** Numbers from `start` on, each the one before and `step`, rounded to the type. */
function sequence(graph: GraphBuilder, type: string, start: number, step: number, count: number) {
  const entries = type === "float32" ? new Float32Array(count) : new Int32Array(count);
  for (let i = 0; i < count; i++) entries[i] = i === 0 ? start : entries[i - 1]! + step; // the one before
  return graph.constant(entries, [count], type as "float32");
}

/** Tensors from numbers. */
export const creationLowerings: Lowerings = {
  Fill: ({ graph, attrs }) => {
    const { shape, value, dtype } = attrs as { shape: number[]; value: number; dtype?: DataType };
    const type = dtype ?? (typeof value === "boolean" ? "bool" : "float32");
    return filled(graph, "Fill", Number(value), shape, type);
  },
  ZerosLike: like(0),
  OnesLike: like(1),
  Range: ({ graph, attrs }) => {
    const { start, stop, step, dtype } = attrs as Record<"start" | "stop" | "step", number> & {
      dtype: DataType;
    };
    const type = numberType("Range", dtype);
    // Whatever tfjs's cpu backend does, its way with a step of 1 downwards included.
    const isEmpty = start === stop || (start < stop && step < 0) || (stop < start && step > 1);
    const count = isEmpty ? 0 : Math.abs(Math.ceil((stop - start) / step));
    return sequence(graph, type, start, stop < start && step === 1 ? -1 : step, count);
  },
  LinSpace: ({ graph, attrs }) => {
    const { start, stop, num } = attrs as Record<"start" | "stop" | "num", number>;
    return sequence(graph, "float32", start!, (stop! - start!) / (num! - 1), num!); // attributes of the kernel
  },
  OneHot: ({ graph, inputs, attrs }) => {
    const indices = inputs.indices!; // the kernel's input
    const { dtype, depth, onValue, offValue } = attrs as Record<
      "depth" | "onValue" | "offValue",
      number
    > & { dtype: DataType };
    const type = numberType("OneHot", dtype);
    const classes = graph.constant(
      Int32Array.from({ length: depth }, (_, i) => i),
      [depth],
      "int32",
    );
    const column = reshapeTo(graph, indices, [...indices.shape, 1]);
    const isOn = elementwise(graph, "Equal", [column, classes], "bool");
    if (type === "bool") {
      if (onValue !== 0 && offValue === 0) return isOn;
      throw new UnsupportedKernelError("OneHot", "a bool one is 1 among 0s only");
    }
    const entries = [onValue, offValue].map((entry) => graph.scalar(entry, type));
    return elementwise(graph, "Where", [isOn, ...entries], type);
  },
};
