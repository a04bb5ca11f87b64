/** The typed array of each of tfjs's types that has an ONNX form. */
export const TYPED_ARRAYS = {
  float32: Float32Array,
  int32: Int32Array,
  bool: Uint8Array,
} as const;
