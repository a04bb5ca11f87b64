import { expect, test } from "vitest";
import { allSupported } from "./allSupported.js";

test("allSupported corrects for the number of tests: .03 holds alone but not twice", () => {
  expect(allSupported([0.03])).toBe(true);
  expect(allSupported([0.03, 0.03])).toBe(false);
  expect(allSupported([0.03, 0.02])).toBe(true);
});

test("allSupported is strict at .05", () => {
  expect(allSupported([0.05])).toBe(false);
});
