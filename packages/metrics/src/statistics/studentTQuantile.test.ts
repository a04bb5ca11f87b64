import { expect, it } from "vitest";
import golden from "../../golden/statistics.json" with { type: "json" };
import { studentTQuantile } from "./studentTQuantile.js";

it.each(golden.quantile)("studentTQuantile($p, df $df) equals mpmath's", ({ p, df, value }) => {
  const error = Math.abs(studentTQuantile(p, df) - value);
  expect(error).toBeLessThan(1e-10 * Math.max(1, Math.abs(value)));
});
