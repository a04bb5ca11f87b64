import { expect, test } from "vitest";
import { encodeNpy } from "./encodeNpy.js";
import { npyHeader } from "./npyHeader.js";

test("encodeNpy gives header and values of float32 scores, those of a view too", () => {
  const data = new Float32Array([9, 1, 0.5, -2, 3]).subarray(1);
  const file = encodeNpy({ rows: 2, cols: 2, data });
  expect(file.subarray(0, 128)).toEqual(npyHeader(2, 2));
  expect(new Float32Array(Uint8Array.from(file.subarray(128)).buffer)).toEqual(data.slice());
});

test("encodeNpy gives labels as numpy's uint8", () => {
  const file = Buffer.from(encodeNpy({ rows: 1, cols: 3, data: Uint8Array.of(1, 0, 1) }));
  expect(file.toString("latin1", 10, 72)).toContain(
    "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 3), }",
  );
  expect([...file.subarray(128)]).toEqual([1, 0, 1]);
});
