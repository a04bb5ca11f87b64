import { expect, it } from "vitest";
import { fixed } from "./fixed.js";

it("fixed rounds to the nearest, and what lies exactly between two to the even digit", () => {
  // As Python's format(value, ".2f"). 0.285 and 0.165 are not exactly between in binary; the eighths are.
  const values = [0, 0.125, 0.375, 0.625, 0.875, 0.285, 0.165, 1 / 3, 2 / 3, 0.995, 1];
  expect(values.map((value) => fixed(value, 2)).join(" ")).toBe(
    "0.00 0.12 0.38 0.62 0.88 0.28 0.17 0.33 0.67 0.99 1.00",
  );
});

it("fixed keeps as many digits as it is told", () => {
  expect([0, 0.5, 1].map((value) => fixed(value, 0))).toEqual(["0", "0", "1"]);
  expect(fixed(0.25, 1)).toBe("0.2");
  expect(fixed(0.0625, 3)).toBe("0.062");
  expect(fixed(0.1, 20)).toBe("0.10000000000000000555");
});
