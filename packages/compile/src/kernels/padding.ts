import * as tf from "@tensorflow/tfjs-core";
import type { GraphBuilder } from "../graph/GraphBuilder.js";
import type { Value } from "../graph/Value.js";
import type { Lowerings } from "./Lowering.js";
import { reshapeTo } from "./reshapeTo.js";
import { sliceOf } from "./sliceOf.js";
import { takeAlong } from "./takeAlong.js";
import { transpose } from "./transpose.js";

type Pairs = readonly (readonly [number, number])[];

/** A value with an entry around it: `paddings` of them before and after each axis. */
function padded(graph: GraphBuilder, x: Value, paddings: Pairs, entry: number): Value {
  const counts = [0, 1].flatMap((side) => paddings.map((pair) => pair[side]!)); // pairs
  if (counts.every((count) => count === 0)) return x;
  const shape = x.shape.map((length, i) => length + paddings[i]![0] + paddings[i]![1]); // one for each axis
  const filler = graph.scalar(x.type === "bool" ? Number(entry !== 0) : entry, x.type as "float32");
  return graph.node("Pad", [x, graph.int64(counts), filler], { shape, type: x.type });
}

/** Padding, and moving blocks of images between axes. */
export const paddingLowerings: Lowerings = {
  PadV2: ({ graph, inputs, attrs }) => {
    const { paddings, constantValue } = attrs as { paddings: Pairs; constantValue: number };
    return padded(graph, inputs.x!, paddings, constantValue); // the kernel's input
  },
  MirrorPad: ({ graph, inputs, attrs }) => {
    const { paddings, mode } = attrs as { paddings: Pairs; mode: "reflect" | "symmetric" };
    const repeatsEdge = mode === "symmetric" ? 1 : 0;
    return paddings.reduce((x, [before, after], axis) => {
      const length = x.shape[axis]!; // an axis of x
      const positions = Array.from({ length: before + length + after }, (_, i) => {
        const position = i - before;
        if (position < 0) return -position - repeatsEdge;
        return position < length ? position : 2 * (length - 1) - position + repeatsEdge;
      });
      return before + after === 0 ? x : takeAlong(graph, x, axis, positions);
    }, inputs.x!); // the kernel's input
  },
  SpaceToBatchND: ({ graph, inputs, attrs }) => {
    const x = inputs.x!; // as above
    const { blockShape, paddings } = attrs as { blockShape: number[]; paddings: Pairs };
    const size = tf.util.sizeFromShape(blockShape);
    const all = x.shape.map((_, axis) => paddings[axis - 1] ?? ([0, 0] as const));
    const larger = padded(graph, x, all, 0);
    const shape = [...larger.shape];
    const { getReshaped, getPermuted, getReshapedPermuted } = tf.backend_util;
    const split = reshapeTo(graph, larger, getReshaped(shape, blockShape, size, false));
    const order = getPermuted(split.shape.length, blockShape.length, false);
    const moved = transpose(graph, split, order);
    return reshapeTo(graph, moved, getReshapedPermuted(shape, blockShape, size, false));
  },
  BatchToSpaceND: ({ graph, inputs, attrs }) => {
    const x = inputs.x!; // as above
    const { blockShape, crops } = attrs as { blockShape: number[]; crops: number[][] };
    const size = tf.util.sizeFromShape(blockShape);
    const shape = [...x.shape];
    const { getReshaped, getPermuted, getReshapedPermuted } = tf.backend_util;
    const split = reshapeTo(graph, x, getReshaped(shape, blockShape, size));
    const moved = transpose(graph, split, getPermuted(split.shape.length, blockShape.length));
    const whole = reshapeTo(graph, moved, getReshapedPermuted(shape, blockShape, size));
    const parts = crops.map(([before = 0, after = 0], i) => {
      const length = whole.shape[i + 1]! - before - after; // blocks are of the axes after the batch
      return { axis: i + 1, start: before, length };
    });
    return sliceOf(graph, whole, parts);
  },
  // Channels-last images only, as on tfjs's cpu backend.
  DepthToSpace: ({ graph, inputs, attrs }) => {
    const x = inputs.x!; // as above
    const block = attrs.blockSize as number;
    const [batch, height, width, depth] = x.shape as [number, number, number, number];
    const channels = depth / (block * block);
    const split = reshapeTo(graph, x, [batch, height, width, block, block, channels]);
    const moved = transpose(graph, split, [0, 1, 3, 2, 4, 5]);
    return reshapeTo(graph, moved, [batch, height * block, width * block, channels]);
  },
};
