import type { OptionCheck } from "./OptionCheck.js";

/** Takes a finite number that `accepts` accepts. */
export function numberThat(
  expected: string,
  accepts: (value: number) => boolean = () => true,
): OptionCheck {
  return {
    expected,
    hasType: (value) => typeof value === "number",
    inRange: (value) => Number.isFinite(value) && accepts(value),
  };
}
