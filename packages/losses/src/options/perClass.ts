import type { OptionCheck } from "./OptionCheck.js";

/** A number for all classes, or an array with one number per class. */
export type PerClass = number | readonly number[];

/** Takes what `check` takes, or a non-empty array of such values, one per class. */
export function perClass(check: OptionCheck): OptionCheck {
  const values = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
  return {
    expected: `${check.expected}, or an array with one such number per class`,
    hasType: (value) => values(value).every(check.hasType),
    inRange: (value) =>
      values(value).length > 0 && values(value).every((v) => check.inRange(v as never)),
  };
}
