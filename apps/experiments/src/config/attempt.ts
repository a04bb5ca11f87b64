import type { ExperimentSource } from "./ExperimentSource.js";
import { unknownName } from "./unknownName.js";

/** Makes a unit by name; an unknown name or a bad option becomes an error with its line. */
export function attempt<Unit>(
  source: ExperimentSource,
  path: readonly PropertyKey[],
  name: string,
  known: readonly string[],
  create: () => Unit,
): Unit {
  try {
    return create();
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    if (
      error.message.startsWith(`unknown loss "${name}"`) ||
      error.message.startsWith("no decision rule")
    ) {
      throw unknownName(source, path, name, known);
    }
    throw source.error(path, error.message);
  }
}
