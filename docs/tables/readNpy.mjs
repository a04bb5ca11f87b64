import { readFileSync } from "node:fs";

const ARRAYS = { "<f4": Float32Array, "|u1": Uint8Array };

/**
 * A matrix that a run has kept as `.npy`, version 1.0 of NumPy's format.
 * @param {string} path
 * @returns {{ rows: number, cols: number, data: Float32Array | Uint8Array }}
 */
export function readNpy(path) {
  const bytes = readFileSync(path);
  const start = 10 + bytes.readUInt16LE(8);
  const header = bytes.toString("latin1", 10, start);
  const [, type] = /'descr': '([^']+)'/.exec(header);
  const [, rows, cols] = /'shape': \((\d+), (\d+)\)/.exec(header).map(Number);
  // A copy begins where its numbers are aligned.
  const data = new ARRAYS[type](Uint8Array.from(bytes.subarray(start)).buffer);
  return { rows, cols, data };
}
