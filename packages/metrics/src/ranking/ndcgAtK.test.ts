import { describe, expect, it } from "vitest";
import { edges, expectGolden } from "./golden.test.support.js";
import { ndcgAtK } from "./ndcgAtK.js";

describe("ndcgAtK", () => {
  it.each([1, 3])("equals scikit-learn at k = %d", (k) => {
    const compared = expectGolden(`ndcg ${k}`, (yTrue, yScore) => ndcgAtK(yTrue, yScore, { k }));
    expect(compared).toBe(edges.length + 500);
  });

  it("equals scikit-learn over all ranks, without k and with one beyond the last rank", () => {
    expect(expectGolden("ndcg all", (yTrue, yScore) => ndcgAtK(yTrue, yScore))).toBe(
      edges.length + 500,
    );
    expectGolden("ndcg all", (yTrue, yScore) => ndcgAtK(yTrue, yScore, { k: 100 }));
  });

  it("is right by hand: true labels at ranks 2 and 3 of 4, at best 1 and 2", () => {
    const best = 1 + 1 / Math.log2(3);
    const [yTrue, yScore] = [[[0, 1, 1, 0]], [[4, 3, 2, 1]]];
    expect(ndcgAtK(yTrue, yScore, { k: 2 })).toBeCloseTo(1 / Math.log2(3) / best, 12);
    expect(ndcgAtK(yTrue, yScore)).toBeCloseTo((1 / Math.log2(3) + 1 / 2) / best, 12);
  });

  it("is 0 for an example without true labels", () => {
    expect(ndcgAtK([[0, 0]], [[2, 1]])).toBe(0);
  });

  it("refuses a k that is no positive integer", () => {
    expect(() => ndcgAtK([[1]], [[1]], { k: 0.5 })).toThrow("k is 0.5");
  });
});
