import { resolve } from "node:path";
import envPaths from "env-paths";

/**
 * The folder that holds what can be fetched or computed again: the argument, else `SIGF1_CACHE`, else `sigf1`
 * in the platform's cache folder (`~/.cache/sigf1` on Linux, or below `XDG_CACHE_HOME`). An absolute path.
 */
export function cacheFolder(folder?: string): string {
  return resolve(folder || process.env.SIGF1_CACHE || envPaths("sigf1", { suffix: "" }).cache);
}
