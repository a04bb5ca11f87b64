import { expect, it } from "vitest";
import golden from "../../golden/resampling.json" with { type: "json" };
import { normalQuantile } from "./normalQuantile.js";

it.each(golden.normalQuantile)("normalQuantile($p) equals mpmath's", ({ p, value }) => {
  expect(Math.abs(normalQuantile(p) - value)).toBeLessThan(1e-12 * Math.max(1, Math.abs(value)));
});
