import { describe, expect, it } from "vitest";
import { filtered, logisticMap } from "../testing/series.js";
import { splitRHat } from "./splitRHat.js";

describe("splitRHat", () => {
  // Halves (1, 2, 3, 4) and (5, 6, 7, 8): W = 5/3, means 2.5 and 6.5 with the variance 8,
  // var⁺ = 3/4 · 5/3 + 8 = 37/4, R̂² = (37/4)/(5/3) = 111/20.
  it("of a chain that rises by one at each draw is what the definition gives by hand", () => {
    expect(splitRHat([[1, 2, 3, 4, 5, 6, 7, 8]])).toBeCloseTo(Math.sqrt(111 / 20), 12);
  });

  // Without the draws in the middle (1, 3), (4, 3), (2, 4), (5, 3): variances 2, ½, 2, 2, W = 13/8; means 2, 3.5, 3, 4
  // with the variance 35/48; var⁺ = 1/2 · 13/8 + 35/48 = 37/24, R̂² = (37/24)/(13/8) = 37/39.
  it("leaves out the middle one of an odd number of draws", () => {
    const chains = [
      [1, 3, 100, 4, 3],
      [2, 4, -100, 5, 3],
    ];
    expect(splitRHat(chains)).toBeCloseTo(Math.sqrt(37 / 39), 12);
  });

  it.each([
    [0.95, 1.7206563237530343, 1.0977265475882474],
    [0.6, 1.0322388781510974, 1.0609380250532348],
    [-0.5, 0.9836169450703567, 0.9833956235808535],
  ])("agrees with numpy on two chains and on one, φ = %d", (phi, ofTwo, ofOne) => {
    const chains = [0.3, 0.6].map((start) => filtered(phi, logisticMap(60, start)));
    expect(splitRHat(chains)).toBeCloseTo(ofTwo, 10);
    expect(splitRHat(chains.slice(0, 1))).toBeCloseTo(ofOne, 10);
  });

  it("is NaN of three draws, and where nothing moves", () => {
    expect(splitRHat([[1, 2, 3]])).toBeNaN();
    expect(splitRHat([[2, 2, 2, 2]])).toBeNaN();
  });
});
