import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Reasons that were given: once is enough. */
const said = new Set<string>();

/** Runs a script of `bench/peers`, which prints milliseconds as JSON; empty where PyTorch is missing, which it says. */
export function timePeer(script: string, args: readonly number[]): number[] {
  const path = fileURLToPath(new URL(`../peers/${script}`, import.meta.url));
  // Debian keeps python3-torch with the python3 of /usr/bin.
  const env = { ...process.env, PATH: `/usr/bin:${process.env.PATH}` };
  const { status, stdout, stderr, error } = spawnSync("python3", [path, ...args.map(String)], {
    env,
    encoding: "utf8",
  });
  if (status === 0) return JSON.parse(stdout);
  const reason = error?.message ?? stderr.trim().split("\n").at(-1) ?? `exit ${status}`;
  if (!said.has(reason)) console.log(`PyTorch is left out: ${reason}`);
  said.add(reason);
  return [];
}
