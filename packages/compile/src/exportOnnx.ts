import type * as tf from "@tensorflow/tfjs-core";
import type { Graph } from "./graph/Graph.js";
import { encodeModel } from "./onnx/encodeModel.js";
import { asTensors } from "./trace/asTensors.js";
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
 * @throws RangeError where a computation depends on the batch size in a way that ONNX can't leave open, inputs are
 *   missing or names are not as many as outputs or stand twice; what `compile` throws where it can't be traced
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
  if (outputs.length !== results)
    throw new RangeError(`${outputs.length} names for ${results} outputs: ${outputs.join(", ")}`);
  const names = [...outputs, ...(options.scores === undefined ? [] : ["scores"])];
  const all = [...inputs.map(({ name }) => name), ...names];
  if (new Set(all).size < all.length)
    throw new RangeError(`inputs and outputs need names of their own, got ${all.join(", ")}`);
  const dynamic = names.map((name, i) => {
    const [two, three] = [first, second].map(({ graph }) => graph.outputs[i]!.shape); // one for each
    const axes = two!.flatMap((length, axis) => (length === three![axis] ? [] : [axis]));
    return [
      name,
      Object.fromEntries(
        axes.map((axis) => [
          axis,
          two![axis] === 2 && three![axis] === 3 ? "batch" : `${name}_${axis}`,
        ]),
      ),
    ];
  });
  return encodeModel(
    rename(
      graph,
      inputs.map(({ name }) => name),
      names,
    ),
    Object.fromEntries([
      ...inputs.map(({ name, shape }) => [
        name,
        Object.fromEntries(
          shape.flatMap((length, axis) => (length === null ? [[axis, "batch"]] : [])),
        ),
      ]),
      ...dynamic,
    ]),
  );
}

function withScores(fn: TensorFunction, scores: ExportOptions["scores"]): TensorFunction {
  if (scores === undefined) return fn;
  return (...inputs) => {
    const results = asTensors(fn(...inputs));
    return [...results, scores(results[0] as tf.Tensor2D)];
  };
}

function describeInputs(model: TensorFunction | LayersModelLike) {
  if (!("inputs" in model))
    throw new RangeError("exportOnnx: say what the function's inputs are, in the option `inputs`");
  return model.inputs.map(({ shape, dtype }, i) => ({
    name: model.inputs.length === 1 ? "input" : `input_${i}`,
    shape,
    dtype,
  }));
}

/** The graph with these names for its inputs and outputs, and its own values' names out of their way. */
function rename(graph: Graph, inputs: readonly string[], outputs: readonly string[]): Graph {
  const names = new Map([
    ...graph.inputs.map(({ name }, i) => [name, inputs[i] ?? name] as const),
    ...graph.outputs.map(({ name }, i) => [name, outputs[i] ?? name] as const),
  ]);
  const to = (name: string) => names.get(name) ?? (name === "" ? "" : `/${name}`);
  return {
    constants: graph.constants.map((value) => ({ ...value, name: to(value.name) })),
    inputs: graph.inputs.map((value) => ({ ...value, name: to(value.name) })),
    outputs: graph.outputs.map((value) => ({ ...value, name: to(value.name) })),
    nodes: graph.nodes.map((node) => ({
      ...node,
      inputs: node.inputs.map(to),
      outputs: node.outputs.map(to),
    })),
  };
}
