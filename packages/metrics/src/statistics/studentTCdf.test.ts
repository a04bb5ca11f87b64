import { expect, it } from "vitest";
import golden from "../../golden/statistics.json" with { type: "json" };
import { studentTCdf } from "./studentTCdf.js";

it.each(golden.cdf)("studentTCdf($t, df $df) equals mpmath's", ({ t, df, value }) => {
  expect(studentTCdf(t, df)).toBeCloseTo(value, 12);
});

it("studentTCdf is 0 and 1 at the infinities", () => {
  expect(studentTCdf(Number.NEGATIVE_INFINITY, 3)).toBe(0);
  expect(studentTCdf(Number.POSITIVE_INFINITY, 3)).toBe(1);
});
