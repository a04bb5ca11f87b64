import { expect, it } from "vitest";

/** Options, the class of the error that they are, and what its message says. */
export type RejectedOptions = readonly [options: unknown, type: ErrorConstructor, message: string];

/** A factory rejects options with errors that name the option and what was received. */
export function itRejects(
  factory: (options: never) => unknown,
  cases: readonly RejectedOptions[],
): void {
  it.each(cases)("%o", (options, type, message) => {
    const make = () => factory(options as never);
    expect(make).toThrow(type);
    expect(make).toThrow(message);
  });
}
