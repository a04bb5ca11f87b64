import { median } from "./median.js";

const WARM_UP = 50;
const RUNS = 15;

/**
 * Bytes that a run allocates, its garbage included: the median of 15 runs, of which those with a collection in the
 * middle come out negative.
 */
export function allocatedBytes(run: () => unknown): number {
  for (let i = 0; i < WARM_UP; i++) run();
  const bytes: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const before = heldBytes();
    run();
    bytes.push(heldBytes() - before);
  }
  return median(bytes);
}

function heldBytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
