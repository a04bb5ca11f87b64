import { expect } from "vitest";

/** Every number within 1e-6 + `relative`·|expected| of what is expected; NaN never is. */
export function expectClose(
  received: readonly number[],
  expected: readonly number[],
  relative = 1e-5,
): void {
  const far = expected.flatMap((e, i) =>
    Math.abs((received[i] ?? Number.NaN) - e) <= 1e-6 + relative * Math.abs(e)
      ? []
      : [`[${i}]: received ${received[i]}, expected ${e}`],
  );
  expect(far).toEqual([]);
  expect(received).toHaveLength(expected.length);
}
