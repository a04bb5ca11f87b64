import { describe, expect, expectTypeOf, it } from "vitest";
import { labels } from "../matrices.test.support.js";
import { type MatthewsOptions, matthewsCorrcoef } from "./matthewsCorrcoef.js";

describe("matthewsCorrcoef", () => {
  // Class 0: tp 1, fp 1, fn 1, tn 1. Class 1: right throughout. Class 2: wrong throughout. Class 3: always predicted.
  const yTrue = labels([1, 1, 1, 1], [1, 0, 0, 0], [0, 1, 1, 0], [0, 0, 0, 0]);
  const yPred = labels([1, 1, 0, 1], [0, 0, 1, 1], [1, 1, 0, 1], [0, 0, 1, 1]);

  it("is 1 for a class that is right, −1 for one that is wrong, 0 by chance and where nothing varies", () => {
    expect(matthewsCorrcoef(yTrue, yPred, { average: "none" })).toEqual([0, 1, -1, 0]);
  });

  it("averages the classes by default, and pools the entries for micro", () => {
    const tall = labels([1, 1], [1, 0], [0, 0], [0, 0]);
    const guess = labels([1, 1], [1, 1], [1, 0], [0, 0]);
    // Class 0: tp 2, fp 1, tn 1: 2/√12. Class 1: tp 1, fp 1, tn 2: 2/√12. Pooled: tp 3, fp 2, tn 3: 9/√(5·3·5·3).
    expect(matthewsCorrcoef(tall, guess)).toBeCloseTo(2 / Math.sqrt(12), 12);
    expect(matthewsCorrcoef(tall, guess, { average: "micro" })).toBeCloseTo(9 / 15, 12);
  });

  it("has no other average", () => {
    const options = { average: "samples" } as unknown as MatthewsOptions;
    expect(() => matthewsCorrcoef(yTrue, yPred, options)).toThrow(
      'average is "samples"; expected one of micro, macro, none',
    );
    expectTypeOf(matthewsCorrcoef(yTrue, yPred)).toEqualTypeOf<number>();
    expectTypeOf(matthewsCorrcoef(yTrue, yPred, { average: "none" })).toEqualTypeOf<number[]>();
  });
});
