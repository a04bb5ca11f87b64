import { expect, test } from "vitest";
import { identity } from "./identity.js";

test("identity() passes vectors through as float32", async () => {
  const encoder = identity();
  await encoder.fit([[1, 2]]);
  expect(encoder.dimension).toBe(2);
  expect(await encoder.encode([[3, 0.1], new Float32Array([5, 6])])).toEqual(
    new Float32Array([3, 0.1, 5, 6]),
  );
});

test("identity() asks for fit before encode and dimension", async () => {
  await expect(identity().encode([[1]])).rejects.toThrow("identity: call fit before");
  expect(() => identity().dimension).toThrow("identity: call fit before");
});

test("identity() names the input that is no vector of the fitted length", async () => {
  const encoder = identity();
  await encoder.fit([[1, 2]]);
  await expect(encoder.encode([[1, 2], [3]])).rejects.toThrow("input 1 has 1 values; expected 2");
  await expect(encoder.encode(["12" as never])).rejects.toThrow("input 0 is a string");
  await expect(encoder.encode([[1, "2" as never]])).rejects.toThrow(
    "input 0 has a string in column 1",
  );
  await expect(encoder.fit([])).rejects.toThrow("got no inputs");
});
