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
  // A terminal interrupts the child, too: it is left to keep what it has.
  const wait = () => {};
  process.on("SIGINT", wait);
  const [code] = await once(child, "close");
  process.off("SIGINT", wait);
  return code ?? 1;
}
