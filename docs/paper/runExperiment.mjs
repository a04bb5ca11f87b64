import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const program = join(import.meta.dirname, "../../apps/experiments/bin/sigf1.js");

/**
 * Runs `paper/<name>`; what is finished already is not run again.
 * @param {string} name
 * @param {readonly string[]} options of `sigf1 run`
 * @returns {Promise<number>} the program's exit code
 */
export async function runExperiment(name, options) {
  const child = spawn(process.execPath, [program, "run", `paper/${name}`, ...options], {
    stdio: "inherit",
  });
  // A terminal interrupts the child, too; another signal is passed on. Either way it is left to keep what it has.
  const wait = () => {};
  const end = () => child.kill("SIGTERM");
  process.on("SIGINT", wait).on("SIGTERM", end);
  const [code] = await once(child, "close");
  process.off("SIGINT", wait).off("SIGTERM", end);
  return code ?? 1;
}
