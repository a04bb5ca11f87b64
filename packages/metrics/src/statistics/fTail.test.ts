import { expect, it } from "vitest";
import golden from "../../golden/resampling.json" with { type: "json" };
import { fTail } from "./fTail.js";

it.each(golden.fTail)("fTail($x, $df1, $df2) equals mpmath's", ({ x, df1, df2, value }) => {
  expect(Math.abs(fTail(x, df1, df2) - value)).toBeLessThan(1e-11 * value);
});

it("fTail falls from 1 to 0", () => {
  expect(fTail(0, 3, 4)).toBe(1);
  expect(fTail(Number.POSITIVE_INFINITY, 3, 4)).toBe(0);
});
