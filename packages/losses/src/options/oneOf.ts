import type { OptionCheck } from "./OptionCheck.js";
import { show } from "./show.js";

/** Takes one of the given strings. */
export function oneOf(...values: readonly string[]): OptionCheck {
  return {
    expected: `one of ${values.map(show).join(", ")}`,
    hasType: (value) => typeof value === "string",
    inRange: (value) => values.includes(value),
  };
}
