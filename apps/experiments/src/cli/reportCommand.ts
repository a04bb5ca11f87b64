import { resolve } from "node:path";
import { Command } from "commander";
import { writeReport } from "../results/writeReport.js";

/** `sigf1 report`: writes report and tables anew from a folder of results, and prints their paths. */
export function reportCommand(): Command {
  return new Command("report")
    .description(
      "write report.html, results.md, results.tex and results.csv anew from a folder of results",
    )
    .argument("<DIR>", "the --out folder of a run")
    .action(async (folder: string) => {
      const files = await writeReport(resolve(folder));
      process.stdout.write(`${Object.values(files).join("\n")}\n`);
    });
}
