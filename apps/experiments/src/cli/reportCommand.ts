import { resolve } from "node:path";
import { Command } from "commander";
import { writeReport } from "../results/writeReport.js";

/** `sigf1 report`: writes `report.html` anew from a folder of results. */
export function reportCommand(): Command {
  return new Command("report")
    .description("write report.html anew from a folder of results")
    .argument("<DIR>", "the --out folder of a run")
    .action(async (folder: string) => {
      process.stdout.write(`${await writeReport(resolve(folder))}\n`);
    });
}
