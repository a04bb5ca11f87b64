import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Path of a script of `bench/peers`. */
export const peerScript = (name: string): string =>
  fileURLToPath(new URL(`../peers/${name}`, import.meta.url));

/**
 * Runs Python and returns what it prints.
 * @throws Error with the last line of its complaint, or the reason why it did not start
 */
export function python(args: readonly string[]): string {
  // Debian keeps its Python packages with the python3 of /usr/bin.
  const env = { ...process.env, PATH: `/usr/bin:${process.env.PATH}` };
  const { status, signal, stdout, stderr, error } = spawnSync("python3", args, {
    env,
    encoding: "utf8",
  });
  if (status === 0) return stdout;
  throw error ?? new Error(stderr.trim().split("\n").at(-1) || `exit ${status ?? signal}`);
}
