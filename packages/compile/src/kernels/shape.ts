import * as tf from "@tensorflow/tfjs-core";
import { UnsupportedKernelError } from "../trace/UnsupportedKernelError.js";
import { castTo } from "./castTo.js";
import { expandTo } from "./expandTo.js";
import type { Lowerings } from "./Lowering.js";
import { reshapeTo } from "./reshapeTo.js";
import { reversed } from "./reversed.js";
import { toInt32 } from "./toInt32.js";
import { transpose } from "./transpose.js";

/** Operations that give the same entries in another shape, order or type. */
export const shapeLowerings: Lowerings = {
  Identity: ({ inputs }) => inputs.x!, // the kernel's input
  Cast: ({ graph, inputs, attrs }) => {
    const x = inputs.x!; // as above
    const type = attrs.dtype as string;
    if (type === "int32" && x.type === "float32") return toInt32(graph, x);
    if (type === "float32" || type === "int32" || type === "bool") return castTo(graph, x, type);
    throw new UnsupportedKernelError("Cast", `tensors of type ${type} have no ONNX form`);
  },
  Reshape: ({ graph, inputs, attrs }) => {
    const x = inputs.x!; // as above
    const size = tf.util.sizeFromShape([...x.shape]);
    return reshapeTo(graph, x, tf.util.inferFromImplicitShape(attrs.shape as number[], size));
  },
  ExpandDims: ({ graph, inputs, attrs }) => {
    const { input } = inputs;
    const { shape } = input!; // the kernel's input
    const dim = attrs.dim as number;
    const axis = dim < 0 ? shape.length + dim + 1 : dim;
    return reshapeTo(graph, input!, [...shape.slice(0, axis), 1, ...shape.slice(axis)]); // as above
  },
  Transpose: ({ graph, inputs, attrs }) => transpose(graph, inputs.x!, attrs.perm as number[]), // the kernel's input
  Reverse: ({ graph, inputs, attrs }) => {
    const x = inputs.x!; // as above
    return reversed(graph, x, tf.util.parseAxisParam(attrs.dims as number[], [...x.shape]));
  },
  FlipLeftRight: ({ graph, inputs }) => reversed(graph, inputs.image!, [2]), // batch, height, width, channels
  Tile: ({ graph, inputs, attrs }) => {
    const x = inputs.x!; // the kernel's input
    const reps = attrs.reps as number[];
    const shape = x.shape.map((length, i) => length * reps[i]!); // one for each axis
    if (reps.every((times, i) => times === 1 || x.shape[i] === 1)) return expandTo(graph, x, shape);
    return graph.node("Tile", [x, graph.int64(reps)], { shape, type: x.type });
  },
};
