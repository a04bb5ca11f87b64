import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeSafetensors, encodeSafetensors } from "./safetensors.js";

test("what is written is read again", () => {
  const tensor = fc
    .array(fc.float({ noNaN: true }), { maxLength: 20 })
    .map((values) => ({ shape: [values.length], data: Float32Array.from(values) }));
  const stored = fc.record({
    tensors: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}é?$/), tensor, { noNullPrototype: true }),
    metadata: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.string(), {
      noNullPrototype: true,
    }),
  });
  fc.assert(
    fc.property(stored, (content) => {
      expect(decodeSafetensors(encodeSafetensors(content))).toEqual(content);
    }),
  );
});

test("begins with the header's length, and data at a multiple of 8", () => {
  const bytes = encodeSafetensors({
    tensors: { w: { shape: [1, 2], data: Float32Array.of(1, 2) } },
    metadata: {},
  });
  const length = Number(Buffer.from(bytes).readBigUInt64LE());
  expect((8 + length) % 8).toBe(0);
  expect(bytes.length).toBe(8 + length + 8);
  expect(JSON.parse(Buffer.from(bytes.subarray(8, 8 + length)).toString()).w).toEqual({
    dtype: "F32",
    shape: [1, 2],
    data_offsets: [0, 8],
  });
});

test("a file that is cut short is an error", () => {
  const bytes = encodeSafetensors({
    tensors: { w: { shape: [2], data: Float32Array.of(1, 2) } },
    metadata: {},
  });
  for (const end of [0, 5, 12, bytes.length - 1]) {
    expect(() => decodeSafetensors(bytes.subarray(0, end))).toThrow(RangeError);
  }
});
