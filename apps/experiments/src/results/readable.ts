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
    throw new ConfigurationError(
      `${path} ${isCut ? "is not valid JSON" : "cannot be read"}; expected the --out folder of a finished \`sigf1 run\``,
    );
  }
}
