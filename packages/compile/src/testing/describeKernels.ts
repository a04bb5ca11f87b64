import type fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Lowerings } from "../kernels/Lowering.js";
import { type Call, itMatchesCpu, type MatchOptions } from "./itMatchesCpu.js";

/** Tests of a kernel: title → calls, or calls and how close they must be. */
export type KernelCases = Readonly<
  Record<string, fc.Arbitrary<Call> | readonly [fc.Arbitrary<Call>, MatchOptions]>
>;

/** Tests every lowering of a family against the cpu backend; one without a case that uses its kernel fails. */
export function describeKernels(
  lowerings: Lowerings,
  kernels: Readonly<Record<string, KernelCases>>,
): void {
  it("has cases for every kernel", () => {
    expect(Object.keys(kernels).sort()).toEqual(Object.keys(lowerings).sort());
  });
  describe.each(Object.entries(kernels))("%s", (kernel, cases) => {
    for (const [title, given] of Object.entries(cases)) {
      const [calls, options] = "generate" in given ? [given, {}] : given;
      itMatchesCpu(title, calls, { kernel, ...options });
    }
  });
}
