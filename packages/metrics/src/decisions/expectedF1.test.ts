import { expect, test } from "vitest";
import { expectedF1 } from "./expectedF1.js";
import { expectedFbeta } from "./expectedFbeta.js";

test("expectedF1 is expectedFbeta with β = 1", () => {
  // By hand, p .6 and q .5: of the first alone p(1 − q) + pq · 2/3, of both (p + q − 2pq) · 2/3 + pq.
  expect(Array.from(expectedF1([0.6, 0.5]))).toEqual([
    0,
    expect.closeTo(0.5, 12),
    expect.closeTo(0.5 * (2 / 3) + 0.3, 12),
  ]);
  expect(expectedF1([0.2, 0.1], 1)).toEqual(expectedFbeta([0.2, 0.1], { zeroDivision: 1 }));
  expect(expectedF1([0.2, 0.1], 1)[0]).toBeCloseTo(0.72, 12);
});
