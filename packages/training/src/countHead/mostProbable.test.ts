import { expect, test } from "vitest";
import { mostProbable } from "./mostProbable.js";

test("mostProbable gives the count of the highest column, of equal ones the smallest", () => {
  const data = Float32Array.of(-1, 3, 2, 5, 0, 5, -2, -2, -2);
  expect(mostProbable({ rows: 3, cols: 3, data }, [1, 2, 7])).toEqual(Uint32Array.of(2, 1, 1));
});
