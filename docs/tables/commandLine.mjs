import { parseArgs } from "node:util";
import { refuse } from "./refuse.mjs";

/**
 * The arguments and options of a program; with others it ends and says its usage.
 * @param {string} usage
 * @param {number} count of arguments
 * @param {import("node:util").ParseArgsConfig["options"]} [options]
 */
export function commandLine(usage, count, options = {}) {
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options });
    if (positionals.length === count) return { positionals, values };
  } catch (error) {
    refuse(`${error.message}\nusage: ${usage}`);
  }
  return refuse(`usage: ${usage}`);
}
