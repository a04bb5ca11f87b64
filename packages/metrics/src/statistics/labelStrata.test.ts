import { describe, expect, it } from "vitest";
import { labelStrata } from "./labelStrata.js";

const repeat = (n: number, row: number[]) => Array.from({ length: n }, () => row);

describe("labelStrata", () => {
  it("puts each example with its rarest label, and examples without labels together", () => {
    const strata = labelStrata([...repeat(6, [1, 0]), ...repeat(5, [1, 1]), ...repeat(5, [0, 0])]);
    expect([...strata]).toEqual([...Array(6).fill(0), ...Array(5).fill(1), ...Array(5).fill(2)]);
  });

  it("takes the first of equally rare labels", () => {
    expect([...labelStrata(repeat(5, [1, 1]))]).toEqual([0, 0, 0, 0, 0]);
  });

  it("joins strata of fewer than five examples to one", () => {
    const strata = labelStrata([
      ...repeat(5, [1, 0, 0]),
      ...repeat(4, [1, 1, 0]),
      [0, 0, 1],
      [0, 0, 0],
    ]);
    expect([...strata]).toEqual([0, 0, 0, 0, 0, 4, 4, 4, 4, 4, 4]);
  });

  it("refuses an entry that is no label", () => {
    expect(() => labelStrata([[0, 2]])).toThrow("yTrue is 2 at row 0, column 1");
  });
});
