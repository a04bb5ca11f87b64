import * as tf from "@tensorflow/tfjs-core";
import type { GraphBuilder } from "../graph/GraphBuilder.js";
import { sizeOf, type Value } from "../graph/Value.js";
import { UnsupportedKernelError } from "../trace/UnsupportedKernelError.js";
import { castTo } from "./castTo.js";
import { elementwise } from "./elementwise.js";
import { fusedActivation } from "./fusedActivation.js";
import type { KernelCall, Lowerings } from "./Lowering.js";
import { numeric } from "./numeric.js";
import { reshapeTo } from "./reshapeTo.js";
import { transpose } from "./transpose.js";

/** Products of matrices. */
export const matrixLowerings: Lowerings = {
  BatchMatMul: (call) => product("BatchMatMul", call),
  _FusedMatMul: (call) => fusedActivation("_FusedMatMul", call, product("_FusedMatMul", call)),
  Einsum: ({ graph, inputs, attrs }) => {
    const tensors = Object.values(inputs).map((value) => numeric("Einsum", value)); // by position
    const [first] = tensors;
    if (tensors.some(({ type }) => type !== first?.type)) {
      throw new UnsupportedKernelError("Einsum", "its tensors differ in type");
    }
    const equation = (attrs.equation as string).replace(/\s/g, "");
    const { allDims, idDims } = tf.backend_util.decodeEinsumEquation(equation, tensors.length);
    const lengthOf = (dim: string) => {
      const at = allDims.indexOf(dim);
      const operand = idDims.findIndex((dims) => dims.includes(at));
      return tensors[operand]!.shape[idDims[operand]!.indexOf(at)]!; // each has an operand
    };
    const shape = [...equation.split("->")[1]!].map(lengthOf); // tfjs asks for the arrow
    return graph.node("Einsum", tensors, { shape, type: first!.type }, { equation }); // there is one
  },
  Diag: ({ graph, inputs }) => {
    const given = inputs.x!; // the kernel's input
    const size = sizeOf(given.shape);
    const x = given.type === "bool" ? castTo(graph, given, "int32") : given;
    const position = Int32Array.from({ length: size }, (_, i) => i);
    const isDiagonal = elementwise(
      graph,
      "Equal",
      [graph.constant(position, [size, 1], "int32"), graph.constant(position, [size], "int32")],
      "bool",
    );
    const column = reshapeTo(graph, x, [size, 1]);
    const zero = graph.scalar(0, x.type as "float32");
    const matrix = elementwise(graph, "Where", [isDiagonal, column, zero], x.type);
    return castTo(graph, reshapeTo(graph, matrix, [...given.shape, ...given.shape]), given.type);
  },
};

/** a b and, where it is given, a bias. */
function product(kernel: string, { graph, inputs, attrs }: KernelCall): Value {
  const [a, b] = [numeric(kernel, inputs.a!), numeric(kernel, inputs.b!)]; // the kernel's inputs
  const { bias } = inputs;
  const [transposeA, transposeB] = [attrs.transposeA === true, attrs.transposeB === true];
  const inner = [a.shape.at(transposeA ? -2 : -1), b.shape.at(transposeB ? -1 : -2)];
  if (inner[0] !== inner[1])
    throw new RangeError(
      `matMul: inner dimensions ${inner.join(" and ")} of [${a.shape}] and [${b.shape}] differ`,
    );
  const rows = a.shape.at(transposeA ? -1 : -2)!; // matrices
  const columns = b.shape.at(transposeB ? -2 : -1)!;
  const { type } = a;
  if (a.shape.length === 2 && b.shape.length === 2 && type === "float32") {
    const transposed = { transA: transposeA ? 1 : 0, transB: transposeB ? 1 : 0 };
    const added = bias === undefined ? [a, b] : [a, b, bias];
    return graph.node("Gemm", added, { shape: [rows, columns], type }, transposed);
  }
  const batches = tf.broadcast_util.assertAndGetBroadcastShape(
    a.shape.slice(0, -2),
    b.shape.slice(0, -2),
  );
  const left = transposeA ? flipped(graph, a) : a;
  const right = transposeB ? flipped(graph, b) : b;
  const result = graph.node("MatMul", [left, right], { shape: [...batches, rows, columns], type });
  return bias === undefined ? result : elementwise(graph, "Add", [result, bias]);
}

/** Each matrix transposed. */
function flipped(graph: GraphBuilder, x: Value): Value {
  const axes = x.shape.map((_, axis) => axis);
  const [last, butLast] = [axes.pop()!, axes.pop()!]; // a matrix has two
  return transpose(graph, x, [...axes, last, butLast]);
}
