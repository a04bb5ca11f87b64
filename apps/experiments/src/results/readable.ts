import { ConfigurationError } from "../config/ConfigurationError.js";

/**
 * Reads what a run has left at a path.
 * @throws ConfigurationError where there is nothing, or no JSON; else as `read`
 */
export async function readable<Value>(path: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    const isCut = error instanceof SyntaxError;
    if (!isCut && (error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    // What is read of a folder names the file itself.
    const cut =
      isCut && error.message.startsWith(path) ? error.message : `${path} is not valid JSON`;
    throw new ConfigurationError(
      `${isCut ? cut : `${path} cannot be read`}; expected the --out folder of a finished \`sigf1 run\``,
    );
  }
}
