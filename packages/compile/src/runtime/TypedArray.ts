/** The values of a tensor: float32, int32, bool. */
export type TypedArray = Float32Array | Int32Array | Uint8Array;
