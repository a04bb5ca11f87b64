import { expect, it } from "vitest";
import golden from "../../golden/resampling.json" with { type: "json" };
import { regularizedGammaTail } from "./regularizedGammaTail.js";

it.each(golden.gammaTail)("regularizedGammaTail($a, $x) equals mpmath's", ({ a, x, value }) => {
  expect(Math.abs(regularizedGammaTail(a, x) - value)).toBeLessThan(1e-12 * value);
});

it("regularizedGammaTail falls from 1 to 0", () => {
  expect(regularizedGammaTail(2, 0)).toBe(1);
  expect(regularizedGammaTail(2, Number.POSITIVE_INFINITY)).toBe(0);
});
