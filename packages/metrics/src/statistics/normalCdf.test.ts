import { expect, it } from "vitest";
import golden from "../../golden/resampling.json" with { type: "json" };
import { normalCdf } from "./normalCdf.js";

it.each(golden.normalCdf)("normalCdf($z) equals mpmath's", ({ z, value }) => {
  expect(Math.abs(normalCdf(z) - value)).toBeLessThan(1e-12 * value);
});
