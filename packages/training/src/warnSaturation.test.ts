import { expect, test, vi } from "vitest";
import { warnSaturation } from "./warnSaturation.js";

const warned = (share: number, meanSlope: number): boolean => {
  const onWarning = vi.fn();
  warnSaturation("soft-f1", { share, meanSlope }, onWarning);
  return onWarning.mock.calls.length > 0;
};

test("warns where S is flat on more than 90 % of the entries and its mean slope is below 0.01", () => {
  expect(warned(0.91, 0.009)).toBe(true);
  expect(warned(0.9, 0.009)).toBe(false);
  expect(warned(0.91, 0.01)).toBe(false);
});
