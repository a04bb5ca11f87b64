import type * as tf from "@tensorflow/tfjs-core";
import type { Graph } from "./graph/Graph.js";
import { encodeModel } from "./onnx/encodeModel.js";
import { type LayersModelLike, toFunction } from "./trace/toFunction.js";
import { type TensorFunction, type TensorSpec, traceFunction } from "./trace/traceFunction.js";
import { unifyBatch } from "./trace/unifyBatch.js";

export interface ExportOptions {
  /** Name, shape (null for the batch) and type of each input; a tfjs-layers model knows its own. */
  readonly inputs?: readonly {
    readonly name: string;
    readonly shape: readonly (number | null)[];
    readonly dtype?: tf.DataType;
  }[];
  /** Names of the outputs; default `output`, or `output_0`, `output_1`, … */
  readonly outputs?: readonly string[];
  /** Applied to the first output, for example `loss.scores`: adds an output `scores`. */
  readonly scores?: (logits: tf.Tensor2D) => tf.Tensor;
}

/**
 * The bytes of an ONNX model (opset 18) that computes a function or a tfjs-layers model; variables become constants.
 * Its batch size is free. ONNX Runtime runs it in any language, as do transformers.js and browsers.
 *
 * @throws RangeError where a computation depends on the batch size in a way that ONNX can't leave open, or inputs are
 *   missing; what `compile` throws where it can't be traced
 */
export function exportOnnx(
  model: TensorFunction | LayersModelLike,
  options: ExportOptions = {},
): Uint8Array {
  const inputs = options.inputs ?? describeInputs(model);
  const fn = withScores(toFunction(model), options.scores);
  const [first, second] = [2, 3].map((batch) => {
    const specs = inputs.map(
      ({ shape, dtype = "float32" }): TensorSpec => ({
        shape: shape.map((length) => length ?? batch),
        dtype,
      }),
    );
    return traceFunction(fn, specs, []);
  }) as [ReturnType<typeof traceFunction>, ReturnType<typeof traceFunction>];
  const graph = unifyBatch(first.graph, second.graph);
  if (graph === undefined) {
    throw new RangeError(
      "the batch size is part of the computation (a constant of its length, say): it can't be left open",
    );
  }
  const results = first.results.length - (options.scores === undefined ? 0 : 1);
  const outputs =
    options.outputs ??
    (results === 1 ? ["output"] : Array.from({ length: results }, (_, i) => `output_${i}`));
  const names = [...outputs, ...(options.scores === undefined ? [] : ["scores"])];
  const dynamic = second.graph.outputs.map(({ shape }, i) =>
    shape.flatMap((length, axis) => (length === first.graph.outputs[i]?.shape[axis] ? [] : [axis])),
  );
  const renamed = rename(graph, [...inputs.map(({ name }) => name)], names);
  return encodeModel(
    renamed,
    Object.fromEntries([
      ...inputs.map(({ name, shape }) => [
        name,
        batchAxes(shape.flatMap((n, i) => (n === null ? [i] : []))),
      ]),
      ...names.map((name, i) => [name, batchAxes(dynamic[i] ?? [])]),
    ]),
  );
}

const batchAxes = (axes: readonly number[]) =>
  Object.fromEntries(axes.map((axis) => [axis, "batch"]));

function withScores(fn: TensorFunction, scores: ExportOptions["scores"]): TensorFunction {
  if (scores === undefined) return fn;
  return (...inputs) => {
    const output = fn(...inputs);
    const results = "dataId" in output ? [output] : [...output];
    return [...results, scores(results[0] as tf.Tensor2D)];
  };
}

function describeInputs(model: TensorFunction | LayersModelLike) {
  if (!("inputs" in model)) throw new RangeError("exportOnnx: say what the function's inputs are");
  return model.inputs.map(({ shape, dtype }, i) => ({
    name: model.inputs.length === 1 ? "input" : `input_${i}`,
    shape,
    dtype,
  }));
}

/** The graph with other names for its inputs and outputs. */
function rename(graph: Graph, inputs: readonly string[], outputs: readonly string[]): Graph {
  const names = new Map([
    ...graph.inputs.map(({ name }, i) => [name, inputs[i] ?? name] as const),
    ...graph.outputs.map(({ name }, i) => [name, outputs[i] ?? name] as const),
  ]);
  const to = (name: string) => names.get(name) ?? name;
  return {
    constants: graph.constants,
    inputs: graph.inputs.map((value) => ({ ...value, name: to(value.name) })),
    outputs: graph.outputs.map((value) => ({ ...value, name: to(value.name) })),
    nodes: graph.nodes.map((node) => ({
      ...node,
      inputs: node.inputs.map(to),
      outputs: node.outputs.map(to),
    })),
  };
}
