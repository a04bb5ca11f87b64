import type { ConfigurationError } from "./ConfigurationError.js";
import type { ExperimentSource } from "./ExperimentSource.js";
import { nearestName } from "./nearestName.js";

/** The error of a name that nothing has, with the nearest known one. */
export function unknownName(
  source: ExperimentSource,
  path: readonly PropertyKey[],
  name: string,
  known: readonly string[],
): ConfigurationError {
  return source.error(path, `unknown name "${name}"; ${nearestName(name, known)}`);
}
