import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { NPY_HEADER_BYTES, npyHeader } from "./npyHeader.js";

test("npyHeader(rows, cols) followed by the values is the file that numpy writes", async () => {
  const golden = await readFile(new URL("../golden/features.npy", import.meta.url));
  const values = new Float32Array([0, 1.5, -2.25, 1e-7, 3.4e38, 1 / 3]);
  expect(Buffer.concat([npyHeader(2, 3), new Uint8Array(values.buffer)])).toEqual(golden);
});

test("npyHeader(rows, cols) is as long for a large shape as for a small one", () => {
  const header = npyHeader(2 ** 40, 2 ** 40);
  expect(header.length).toBe(NPY_HEADER_BYTES);
  expect(header.toString("latin1")).toMatch(/'shape': \(1099511627776, 1099511627776\), \} +\n$/);
});
