import { resolve } from "node:path";

/** The folder `<dataset id>/<filename>` that is read in place: the argument, else `SIGF1_DATA`, else none. */
export function mirrorFolder(folder?: string): string | undefined {
  const given = folder || process.env.SIGF1_DATA;
  return given ? resolve(given) : undefined;
}
