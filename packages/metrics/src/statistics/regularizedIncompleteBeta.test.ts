import { expect, it } from "vitest";
import golden from "../../golden/statistics.json" with { type: "json" };
import { regularizedIncompleteBeta } from "./regularizedIncompleteBeta.js";

it("regularizedIncompleteBeta equals mpmath's", () => {
  expect(golden.beta).toHaveLength(105);
  for (const { a, b, x, value } of golden.beta) {
    expect(regularizedIncompleteBeta(a, b, x), `I_${x}(${a}, ${b})`).toBeCloseTo(value, 12);
  }
});
