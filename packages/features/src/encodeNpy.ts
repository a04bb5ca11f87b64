import { npyHeader } from "./npyHeader.js";

/** A row-major matrix of scores or of labels. */
export interface NpyMatrix {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float32Array | Uint8Array;
}

/** A matrix as the `.npy` file that `numpy.load` opens: float32 scores or uint8 labels, [rows, cols]. */
export function encodeNpy({ rows, cols, data }: NpyMatrix): Uint8Array {
  const values = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return Buffer.concat([
    npyHeader(rows, cols, data instanceof Float32Array ? "<f4" : "|u1"),
    values,
  ]);
}
