import fc from "fast-check";
import { expect, test } from "vitest";
import { normalQuantile } from "./normalQuantile.js";

// python3 -c "from statistics import NormalDist as N; print(N().inv_cdf(p))"
test.each([
  [1e-12, -7.034483825301132],
  [0.0001, -3.71901648545568],
  [0.01, -2.3263478740408408],
  [0.0749, -1.4402382675279632],
  [0.0751, -1.4388253927525398],
  [0.3, -0.5244005127080407],
  [0.5, 0.0],
  [0.8, 0.8416212335729144],
  [0.95, 1.6448536269514715],
  [0.999, 3.090232306167813],
])("normalQuantile(%f) is %f to 6 digits", (p, z) => {
  expect(normalQuantile(p)).toBeCloseTo(z, 6);
});

test("normalQuantile is odd about 1/2 and grows", () => {
  const inside = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  fc.assert(
    fc.property(inside, inside, (p, q) => {
      expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 6);
      if (p < q - 1e-6) expect(normalQuantile(p)).toBeLessThan(normalQuantile(q));
    }),
  );
});
