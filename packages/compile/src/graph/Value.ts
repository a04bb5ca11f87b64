/** Types of a value: those of tfjs that ONNX can compute with, and int64 for shapes and axes. */
export type ValueType = "float32" | "int32" | "bool" | "int64";

export type ValueData = Float32Array | Int32Array | Uint8Array | BigInt64Array;

/** A tensor of a graph: known by name and shape, with data only where it is a constant. */
export interface Value {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: ValueType;
  /** Row-major entries of a constant. */
  readonly data?: ValueData;
}

/** Number of entries of a shape. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}
