import type { ScoreMatrix } from "@sigf1/metrics";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import type { Dropout } from "../heads/Head.js";

/**
 * A mask [rows, columns] whose entries are 0 with probability `rate`, else 1/(1 − rate), so that the mean of
 * a masked input stays. One 32-bit draw decides two entries: the rate is met to 2⁻¹⁶.
 * @param buffer room for the mask, reused from batch to batch
 */
export function drawMask(
  { columns, rate }: Dropout,
  rows: number,
  generator: RandomGenerator,
  buffer: Float32Array,
): ScoreMatrix {
  const dropped = Math.round(rate * 0x10000);
  const kept = 1 / (1 - rate);
  const values = buffer.subarray(0, rows * columns);
  for (let i = 0; i < values.length; i += 2) {
    const bits = generator.next();
    values[i] = bits >>> 16 < dropped ? 0 : kept;
    values[i + 1] = (bits & 0xffff) < dropped ? 0 : kept; // past an odd end, typed arrays ignore it
  }
  return { rows, cols: columns, data: values };
}
