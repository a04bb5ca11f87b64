import { describe, expect, it } from "vitest";
import { propensities } from "./propensities.js";

describe("propensities", () => {
  it("follows the formula of Jain et al. (2016) with A = 0.55 and B = 1.5", () => {
    // N = 1000: C = (ln 1000 − 1)·2.5^0.55 = 5.907755·1.655256 = 9.778849. N_l = 10: 11.5^−0.55 = 0.261005.
    const [rare, known, all] = propensities([0, 10, 1000], 1000);
    const c = (Math.log(1000) - 1) * 2.5 ** 0.55;
    expect(c).toBeCloseTo(9.778849, 3);
    expect(rare).toBeCloseTo(1 / (1 + c / 1.5 ** 0.55), 12);
    expect(known).toBeCloseTo(1 / (1 + 9.778849 * 0.261005), 3);
    expect(all).toBeCloseTo(1 / (1 + c / 1001.5 ** 0.55), 12);
  });

  it("equals 1/(1 + C·e^(−A·ln(N_l + B))), the form of the paper, with other A and B", () => {
    const c = (Math.log(50) - 1) * 1.4 ** 0.5;
    expect(propensities([7], 50, { a: 0.5, b: 0.4 })[0]).toBeCloseTo(
      1 / (1 + c * Math.exp(-0.5 * Math.log(7.4))),
      12,
    );
  });

  it("rises with the frequency and stays in (0, 1)", () => {
    const values = propensities([0, 1, 2, 50, 99], 99);
    expect([...values].sort((a, b) => a - b)).toEqual([...values]);
    expect(values.every((p) => p > 0 && p < 1)).toBe(true);
  });

  it("refuses what is out of range, naming it", () => {
    expect(() => propensities([1], 2)).toThrow("examples is 2");
    expect(() => propensities([1, 11], 10)).toThrow("counts is 11 at column 1");
    expect(() => propensities([0.5], 10)).toThrow("counts is 0.5 at column 0");
    expect(() => propensities([1], 10, { a: 0 })).toThrow("a is 0");
    expect(() => propensities([1], 10, { b: -1 })).toThrow("b is -1");
  });
});
