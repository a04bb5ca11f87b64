import protobuf from "protobufjs/light.js";

const field = (type: string, id: number, repeated = false) => ({
  type,
  id,
  ...(repeated ? { rule: "repeated" } : {}),
});

/** The part of onnx.proto (ONNX IR version 8) that a graph of dense tensors needs. */
export const ModelProto = protobuf.Root.fromJSON({
  nested: {
    OperatorSetIdProto: { fields: { domain: field("string", 1), version: field("int64", 2) } },
    TensorProto: {
      fields: {
        dims: field("int64", 1, true),
        dataType: field("int32", 2),
        name: field("string", 8),
        rawData: field("bytes", 9),
      },
    },
    AttributeProto: {
      fields: {
        name: field("string", 1),
        f: field("float", 2),
        i: field("int64", 3),
        s: field("bytes", 4),
        ints: field("int64", 8, true),
        type: field("int32", 20),
      },
    },
    NodeProto: {
      fields: {
        input: field("string", 1, true),
        output: field("string", 2, true),
        name: field("string", 3),
        opType: field("string", 4),
        attribute: field("AttributeProto", 5, true),
      },
    },
    Dimension: { fields: { dimValue: field("int64", 1), dimParam: field("string", 2) } },
    TensorShapeProto: { fields: { dim: field("Dimension", 1, true) } },
    TensorTypeProto: {
      fields: { elemType: field("int32", 1), shape: field("TensorShapeProto", 2) },
    },
    TypeProto: { fields: { tensorType: field("TensorTypeProto", 1) } },
    ValueInfoProto: { fields: { name: field("string", 1), type: field("TypeProto", 2) } },
    GraphProto: {
      fields: {
        node: field("NodeProto", 1, true),
        name: field("string", 2),
        initializer: field("TensorProto", 5, true),
        input: field("ValueInfoProto", 11, true),
        output: field("ValueInfoProto", 12, true),
      },
    },
    ModelProto: {
      fields: {
        irVersion: field("int64", 1),
        producerName: field("string", 2),
        graph: field("GraphProto", 7),
        opsetImport: field("OperatorSetIdProto", 8, true),
      },
    },
  },
}).lookupType("ModelProto");
