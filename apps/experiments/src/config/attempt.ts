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
    throw source.error(path, inFile(name, error.message));
  }
}

/** A message of a factory, which begins with its name in the code, by the name that the file has: `sigmoidF1: …`. */
function inFile(name: string, message: string): string {
  const inCode = `${name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}: `;
  return message.startsWith(inCode) ? `${name}: ${message.slice(inCode.length)}` : message;
}
