import { expect, it } from "vitest";
import golden from "../../golden/statistics.json" with { type: "json" };
import { logGamma } from "./logGamma.js";

it.each(golden.logGamma)("logGamma($x) equals mpmath's", ({ x, value }) => {
  expect(Math.abs(logGamma(x) - value)).toBeLessThan(1e-13 * Math.max(1, Math.abs(value)));
});
