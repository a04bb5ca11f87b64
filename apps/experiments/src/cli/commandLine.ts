import { relative } from "node:path";

/** The command that the program was called by, which a reader of the results can repeat. */
export function commandLine(args: readonly string[] = process.argv.slice(2)): string {
  return ["node", relative(".", process.argv[1] ?? ""), ...args].join(" ");
}
