import { resolve } from "node:path";

/**
 * A path relative to where the user stands: pnpm runs a package's scripts in the package's folder.
 * @param {string} path
 */
export function userPath(path) {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
