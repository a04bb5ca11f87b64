import type { Attribute, Graph } from "../graph/Graph.js";
import type { Value, ValueType } from "../graph/Value.js";
import { ModelProto } from "./schema.js";

/** ONNX's operator set: the newest whose operations all of this package's lowerings use. */
export const OPSET = 18;

/** Numbers of TensorProto.DataType. */
export const DATA_TYPES: Readonly<Record<ValueType, number>> = {
  float32: 1,
  int32: 6,
  int64: 7,
  bool: 9,
};

/** A graph as the bytes of an ONNX model. */
export function encodeModel(graph: Graph, dimensions: DimensionNames = {}): Uint8Array {
  return ModelProto.encode({
    irVersion: 8,
    producerName: "sigf1-compile",
    opsetImport: [{ domain: "", version: OPSET }],
    graph: {
      name: "graph",
      node: graph.nodes.map(({ op, inputs, outputs, attributes }, i) => ({
        name: `${op}_${i}`,
        opType: op,
        input: inputs,
        output: outputs,
        attribute: Object.entries(attributes).map(([name, value]) => encodeAttribute(name, value)),
      })),
      initializer: graph.constants.map(encodeConstant),
      input: graph.inputs.map((value) => describe(value, dimensions)),
      output: graph.outputs.map((value) => describe(value, dimensions)),
    },
  }).finish();
}

/** Names for dimensions that may have any length: value name → (axis → name). */
export type DimensionNames = Readonly<Record<string, Readonly<Record<number, string>>>>;

function encodeConstant({ name, shape, type, data }: Value) {
  if (data === undefined) throw new Error(`constant ${name} has no data`);
  const rawData = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { name, dims: [...shape], dataType: DATA_TYPES[type], rawData };
}

function describe({ name, shape, type }: Value, dimensions: DimensionNames) {
  const dim = shape.map((length, axis) => {
    const dimParam = dimensions[name]?.[axis];
    return dimParam === undefined ? { dimValue: length } : { dimParam };
  });
  return { name, type: { tensorType: { elemType: DATA_TYPES[type], shape: { dim } } } };
}

/** AttributeProto.AttributeType: FLOAT 1, INT 2, STRING 3, INTS 7. */
function encodeAttribute(name: string, value: Attribute) {
  if (typeof value === "number") return { name, type: 2, i: value };
  if (typeof value === "string") return { name, type: 3, s: new TextEncoder().encode(value) };
  if ("float" in value) return { name, type: 1, f: value.float };
  return { name, type: 7, ints: [...value] };
}
