import { show } from "./show.js";

/**
 * The options of a function, once they are known to be an object without any other key.
 * @param known every option that there is
 * @throws TypeError when they are no object, or naming the unknown option and the known ones
 */
export function checkedOptions<Options extends object>(
  options: Options,
  ...known: readonly (keyof Options & string)[]
): Options {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new TypeError(
      `the options are ${show(options)}; expected an object with ${known.join(", ")}`,
    );
  }
  for (const key of Object.keys(options)) {
    if (!known.some((option) => option === key)) {
      throw new TypeError(`unknown option "${key}"; expected one of ${known.join(", ")}`);
    }
  }
  return options;
}
