import { decisionNames } from "./decisionNames.js";

/** The error that there is no decision rule of that name, with the names that there are. */
export function unknownRule(name: string): RangeError {
  const known = [...decisionNames, "threshold-<number>"].join(", ");
  return new RangeError(`no decision rule "${name}"; expected one of ${known}`);
}
