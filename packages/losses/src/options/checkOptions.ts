import type { OptionCheck } from "./OptionCheck.js";
import { show } from "./show.js";

/** One check for every option of a factory. */
export type OptionChecks<Options> = { readonly [Key in keyof Required<Options>]: OptionCheck };

/**
 * Checks the options object of a factory; `undefined` means "not given".
 * @throws TypeError for an unknown option or a wrong type, RangeError for a value out of range
 */
export function checkOptions<Options extends object>(
  factory: string,
  options: Options,
  checks: OptionChecks<Options>,
): void {
  if (typeof options !== "object" || options === null || Array.isArray(options))
    throw new TypeError(`${factory}: options must be an object; received ${show(options)}`);
  for (const [key, value] of Object.entries(options)) {
    if (!Object.hasOwn(checks, key))
      throw new TypeError(
        `${factory}: unknown option "${key}"; known options: ${Object.keys(checks).join(", ")}`,
      );
    const check = checks[key as keyof Options];
    if (value === undefined) continue;
    const Failure = !check.hasType(value)
      ? TypeError
      : !check.inRange(value as never)
        ? RangeError
        : undefined;
    if (Failure !== undefined)
      throw new Failure(
        `${factory}: option "${key}" must be ${check.expected}; received ${show(value)}`,
      );
  }
}
