import { expect, test } from "vitest";
import type { Encoder } from "./Encoder.js";
import { encodeRows } from "./encodeRows.js";

/** Row counts of the calls of an encoder that likes `batchRows` at a time. */
async function calls(inputs: number, batchRows?: number, asked?: number): Promise<number[]> {
  const counts: number[] = [];
  const encoder: Encoder<number> = {
    id: "same",
    dimension: 1,
    ...(batchRows === undefined ? {} : { batchRows }),
    async encode(batch) {
      counts.push(batch.length);
      return Float32Array.from(batch);
    },
    dispose() {},
  };
  const numbers = Array.from({ length: inputs }, (_, i) => i);
  const values = new Float32Array(inputs);
  const part = { ids: numbers.map(String), inputs: numbers };
  const options = { folder: "", dataset: "numbers", encoder, part };
  await encodeRows({ ...options, ...(asked === undefined ? {} : { batchRows: asked }) }, 0, values);
  expect([...values]).toEqual(numbers);
  return counts;
}

test("encodeRows hands over 64 inputs at a time, or as many as the encoder likes, or as the caller asks", async () => {
  expect(await calls(150)).toEqual([64, 64, 22]);
  expect(await calls(150, 100)).toEqual([100, 50]);
  expect(await calls(150, 100, 80)).toEqual([80, 70]);
});
