import * as tf from "@tensorflow/tfjs-core";
import type { GraphBuilder } from "../graph/GraphBuilder.js";
import { sizeOf, type Value } from "../graph/Value.js";
import { UnsupportedKernelError } from "../trace/UnsupportedKernelError.js";
import { castTo } from "./castTo.js";
import { elementwise } from "./elementwise.js";
import { expandTo } from "./expandTo.js";
import type { Lowerings } from "./Lowering.js";
import { numeric } from "./numeric.js";
import { reshapeTo } from "./reshapeTo.js";
import { sumInto } from "./sumInto.js";
import { transpose } from "./transpose.js";

/** Taking entries by positions that are computed. */
export const gatheringLowerings: Lowerings = {
  GatherV2: ({ graph, inputs, attrs }) => {
    const [x, indices] = [inputs.x!, inputs.indices!]; // the kernel's inputs
    const axis = tf.util.parseAxisParam(attrs.axis as number, [...x.shape])[0]!; // one axis
    const given = (attrs.batchDims as number | undefined) ?? 0;
    const batchDims = given < 0 ? given + indices.shape.length : given;
    if (batchDims === 0) {
      const shape = [...x.shape.slice(0, axis), ...indices.shape, ...x.shape.slice(axis + 1)];
      return graph.node("Gather", [x, indices], { shape, type: x.type }, { axis });
    }
    return gatherPerBatch(graph, x, indices, axis, batchDims);
  },
  GatherNd: ({ graph, inputs }) => {
    const [params, indices] = [inputs.params!, inputs.indices!]; // the kernel's inputs
    const depth = indices.shape.at(-1)!; // indices have a rank
    const shape = [...indices.shape.slice(0, -1), ...params.shape.slice(depth)];
    return graph.node("GatherND", [params, castTo(graph, indices, "int64")], {
      shape,
      type: params.type,
    });
  },
  ScatterNd: ({ graph, inputs, attrs }) => {
    const [indices, updates] = [inputs.indices!, numeric("ScatterNd", inputs.updates!)]; // as above
    const shape = attrs.shape as number[];
    const { rows, row, places } = flatPositions(graph, indexRows(graph, indices), shape);
    const entries = reshapeTo(graph, updates, [sizeOf(places.shape), row]);
    return reshapeTo(graph, sumInto(graph, entries, places, rows), shape);
  },
  TensorScatterUpdate: ({ graph, inputs }) => {
    const { tensor, indices, updates } = inputs;
    // the kernel's inputs
    return overwrite(graph, tensor!, indexRows(graph, indices!), updates!);
  },
  SparseToDense: ({ graph, inputs, attrs }) => {
    const { sparseIndices, sparseValues, defaultValue } = inputs;
    const shape = attrs.outputShape as number[];
    const base = expandTo(graph, reshapeTo(graph, defaultValue!, []), shape); // the kernel's inputs
    const indices = indexRows(graph, sparseIndices!);
    return overwrite(
      graph,
      base,
      indices,
      expandTo(graph, sparseValues!, indices.shape.slice(0, -1)),
    );
  },
  // Ids that are no segment count nowhere.
  UnsortedSegmentSum: ({ graph, inputs, attrs }) => {
    const [given, ids] = [inputs.x!, inputs.segmentIds!]; // the kernel's inputs
    if (ids.shape.length !== 1) {
      throw new UnsupportedKernelError("UnsortedSegmentSum", "its ids are not a list");
    }
    const x = castTo(graph, given, "float32");
    const count = attrs.numSegments as number;
    const [length, ...rest] = x.shape as [number, ...number[]];
    const entries = reshapeTo(graph, x, [length, sizeOf(rest)]);
    return reshapeTo(graph, sumInto(graph, entries, ids, count), [count, ...rest]);
  },
  Bincount: ({ graph, inputs, attrs }) => {
    const [x, weights] = [inputs.x!, inputs.weights!]; // the kernel's inputs
    return binCounts(graph, x, weights, attrs.size as number);
  },
  DenseBincount: ({ graph, inputs, attrs }) => {
    const [x, weights] = [inputs.x!, inputs.weights!]; // the kernel's inputs
    const size = attrs.size as number;
    if (x.shape.length === 1) return binCounts(graph, x, weights, size);
    const rows = x.shape[0]!; // a matrix
    // Each row has bins of its own; a number beyond them is in none.
    const first = Int32Array.from({ length: rows }, (_, row) => row * size);
    const offsets = graph.constant(first, [rows, 1], "int32");
    const isBin = elementwise(graph, "Less", [x, graph.scalar(size, "int32")], "bool");
    const places = elementwise(graph, "Add", [x, offsets]);
    const bins = elementwise(graph, "Where", [isBin, places, graph.scalar(-1, "int32")], "int32");
    const counts = reshapeTo(graph, binCounts(graph, bins, weights, rows * size), [rows, size]);
    if (attrs.binaryOutput !== true) return counts;
    const type = counts.type as "float32";
    const ones = binCounts(
      graph,
      bins,
      expandTo(graph, graph.scalar(1, "int32"), x.shape),
      rows * size,
    );
    const isHit = elementwise(graph, "Greater", [ones, graph.scalar(0, "int32")], "bool");
    return castTo(graph, reshapeTo(graph, isHit, [rows, size]), type);
  },
};

/** Sums of the weights, or numbers, of the entries in each bin. */
function binCounts(graph: GraphBuilder, x: Value, weights: Value, size: number): Value {
  const count = sizeOf(x.shape);
  const type = weights.type as "float32";
  const each = sizeOf(weights.shape) > 0 ? weights : graph.scalar(1, type);
  const entries =
    each === weights ? reshapeTo(graph, each, [count, 1]) : expandTo(graph, each, [count, 1]);
  return reshapeTo(graph, sumInto(graph, entries, reshapeTo(graph, x, [count]), size), [size]);
}

/** Indices as rows of positions, which tfjs lets a list of positions be. */
const indexRows = (graph: GraphBuilder, indices: Value) =>
  indices.shape.length > 1 ? indices : reshapeTo(graph, indices, [sizeOf(indices.shape), 1]);

/** A tensor seen as rows that an index of its first axes picks: the row of each index. */
function flatPositions(graph: GraphBuilder, indices: Value, shape: readonly number[]) {
  const depth = indices.shape.at(-1)!; // indices have a rank
  const [outer, inner] = [shape.slice(0, depth), shape.slice(depth)];
  const strides = Int32Array.from(outer, (_, i) => sizeOf(outer.slice(i + 1)));
  const count = sizeOf(indices.shape.slice(0, -1));
  const scaled = elementwise(graph, "Mul", [
    reshapeTo(graph, indices, [count, depth]),
    graph.constant(strides, [depth], "int32"),
  ]);
  const places = graph.node(
    "ReduceSum",
    [scaled, graph.int64([1])],
    { shape: [count], type: "int32" },
    { keepdims: 0 },
  );
  return { rows: sizeOf(outer), row: sizeOf(inner), places };
}

function overwrite(graph: GraphBuilder, base: Value, indices: Value, updates: Value): Value {
  return graph.node("ScatterND", [base, castTo(graph, indices, "int64"), updates], base);
}

/** Takes from each batch by its own indices: from the rows of all batches, one after the other. */
function gatherPerBatch(
  graph: GraphBuilder,
  x: Value,
  indices: Value,
  axis: number,
  batchDims: number,
): Value {
  const batch = sizeOf(x.shape.slice(0, batchDims));
  const outer = sizeOf(x.shape.slice(batchDims, axis));
  const length = x.shape[axis]!; // an axis of x
  const row = sizeOf(x.shape.slice(axis + 1));
  const count = sizeOf(indices.shape) / batch;
  const split = reshapeTo(graph, x, [batch, outer, length, row]);
  const rows = reshapeTo(graph, transpose(graph, split, [0, 2, 1, 3]), [
    batch * length,
    outer * row,
  ]);
  const first = Int32Array.from({ length: batch }, (_, i) => i * length);
  const places = elementwise(graph, "Add", [
    reshapeTo(graph, indices, [batch, count]),
    graph.constant(first, [batch, 1], "int32"),
  ]);
  const result = { shape: [batch, count, outer * row], type: x.type };
  const taken = graph.node("Gather", [rows, places], result, { axis: 0 });
  const parts = reshapeTo(graph, taken, [batch, count, outer, row]);
  return reshapeTo(graph, transpose(graph, parts, [0, 2, 1, 3]), [
    ...x.shape.slice(0, axis),
    ...indices.shape.slice(batchDims),
    ...x.shape.slice(axis + 1),
  ]);
}
