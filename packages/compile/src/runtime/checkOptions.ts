import * as tf from "@tensorflow/tfjs-core";
import type { CompileOptions } from "../CompileOptions.js";

const CHECKS: {
  readonly [Name in keyof Required<CompileOptions>]: readonly [string, (value: unknown) => boolean];
} = {
  examples: ["an array of tensors", (value) => isArrayOf(value, tf.Tensor)],
  state: ["an array of variables", (value) => value === undefined || isArrayOf(value, tf.Variable)],
  executionProviders: [
    "an array of names or options, all of them available",
    (value) => value === undefined || Array.isArray(value),
  ],
  threads: [
    "a positive integer",
    (value) => value === undefined || (Number.isInteger(value) && (value as number) > 0),
  ],
};

const isArrayOf = (value: unknown, type: typeof tf.Tensor | typeof tf.Variable) =>
  Array.isArray(value) && value.every((entry) => entry instanceof type && !entry.isDisposed);

/** @throws TypeError naming the option of `compile` that is unknown or is not what it must be */
export function checkOptions(options: CompileOptions): void {
  const given: Readonly<Record<string, unknown>> = { ...options };
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(CHECKS, name))
      throw new TypeError(
        `compile: unknown option "${name}"; known: ${Object.keys(CHECKS).join(", ")}`,
      );
  }
  for (const [name, [expected, accepts]] of Object.entries(CHECKS)) {
    if (!accepts(given[name])) throw new TypeError(`compile: "${name}" must be ${expected}`);
  }
}
