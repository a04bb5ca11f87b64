import * as tf from "@tensorflow/tfjs-core";
import type { GraphBuilder } from "../graph/GraphBuilder.js";
import { sizeOf, type Value } from "../graph/Value.js";
import type { Lowerings } from "./Lowering.js";
import { reshapeTo } from "./reshapeTo.js";
import { reversed } from "./reversed.js";
import { sliceOf } from "./sliceOf.js";

/** Taking parts of a tensor and putting tensors together. */
export const slicingLowerings: Lowerings = {
  Slice: ({ graph, inputs, attrs }) => {
    const x = inputs.x!; // the kernel's input
    const [begin, size] = tf.slice_util.parseSliceParams(
      { shape: x.shape } as tf.Tensor, // which it takes the shape of
      attrs.begin as number | number[],
      attrs.size as number | number[],
    );
    const parts = begin!.map((start, axis) => ({ axis, start, length: size![axis]! })); // it gives both
    return sliceOf(graph, x, parts);
  },
  StridedSlice: ({ graph, inputs, attrs }) => {
    const x = inputs.x!; // the kernel's input
    const list = (name: string) => attrs[name] as number[];
    const mask = (name: string) => attrs[`${name}Mask`] as number;
    const info = tf.slice_util.sliceInfo(
      [...x.shape],
      list("begin"),
      list("end"),
      list("strides"),
      mask("begin"),
      mask("end"),
      mask("ellipsis"),
      mask("newAxis"),
      mask("shrinkAxis"),
    );
    // Backwards is forwards from the other end, and then reversed.
    const parts = info.begin.map((begin, axis) => {
      const [stride, length] = [info.strides[axis]!, info.finalShapeSparse[axis]!]; // one for each axis
      const start = stride < 0 ? begin + (length - 1) * stride : begin;
      return { axis, start, length, step: Math.abs(stride) };
    });
    const isEmpty = sizeOf(info.finalShape) === 0;
    const taken = sliceOf(graph, x, isEmpty ? parts.map((part) => ({ ...part, start: 0 })) : parts);
    const backward = info.strides.flatMap((stride, axis) => (stride < 0 ? [axis] : []));
    return reshapeTo(graph, reversed(graph, taken, backward), info.finalShape);
  },
  SplitV: ({ graph, inputs, attrs }) => {
    const x = inputs.x!; // the kernel's input
    const axis = tf.util.parseAxisParam(attrs.axis as number, [...x.shape])[0]!; // one axis
    const sizes = tf.backend_util.prepareSplitSize(
      { shape: x.shape } as tf.Tensor, // which it takes the shape of
      attrs.numOrSizeSplits as number | number[],
      axis,
    );
    let start = 0;
    return sizes.map((length) => {
      const part = sliceOf(graph, x, [{ axis, start, length }]);
      start += length;
      return part;
    });
  },
  Concat: ({ graph, inputs, attrs }) => {
    const parts = Object.values(inputs); // by position
    const axis = tf.util.parseAxisParam(attrs.axis as number, [...parts[0]!.shape])[0]!; // there is one
    return joined(graph, parts, axis);
  },
  Pack: ({ graph, inputs, attrs }) => {
    const parts = Object.values(inputs); // by position
    const { shape } = parts[0]!; // there is one
    const given = attrs.axis as number;
    const axis = given < 0 ? given + shape.length + 1 : given;
    const layer = [...shape.slice(0, axis), 1, ...shape.slice(axis)];
    return joined(
      graph,
      parts.map((part) => reshapeTo(graph, part, layer)),
      axis,
    );
  },
  Unpack: ({ graph, inputs, attrs }) => {
    const value = inputs.value!; // the kernel's input
    const axis = tf.util.parseAxisParam(attrs.axis as number, [...value.shape])[0]!; // one axis
    const shape = value.shape.filter((_, i) => i !== axis);
    return Array.from({ length: value.shape[axis]! }, (_, start) =>
      reshapeTo(graph, sliceOf(graph, value, [{ axis, start, length: 1 }]), shape),
    );
  },
};

/** Values one after the other along an axis. */
function joined(graph: GraphBuilder, parts: readonly Value[], axis: number): Value {
  const first = parts[0]!; // there is one
  const length = parts.reduce((sum, { shape }) => sum + shape[axis]!, 0);
  const shape = first.shape.map((n, i) => (i === axis ? length : n));
  return parts.length === 1
    ? first
    : graph.node("Concat", parts, { shape, type: first.type }, { axis });
}
