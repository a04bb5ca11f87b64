import { checkDataset } from "@sigf1/datasets";
import type { Command } from "commander";
import type { DatasetArguments } from "./DatasetArguments.js";
import { datasetCommand } from "./datasetCommand.js";
import { readDatasetArguments } from "./readDatasetArguments.js";
import { withProgress } from "./withProgress.js";

/** `sigf1 datasets check ID`: holds a dataset and its files against the contract. Exit code 1 where it fails. */
export function checkCommand(exit: (code: number) => void): Command {
  return datasetCommand(
    "check",
    "hold a dataset and its files against the dataset contract",
  ).action(async (name: string, options: DatasetArguments) => {
    const { dataset, settings } = await readDatasetArguments(name, options);
    const { id } = dataset;
    const checks = await withProgress(`checking ${id}`, (progress) =>
      checkDataset(dataset, { ...settings, ...progress }),
    );
    const failed = checks.filter(({ passed }) => !passed).length;
    exit(failed > 0 ? 1 : 0);
    if (options.json) {
      process.stdout.write(`${JSON.stringify({ id, passed: failed === 0, checks }, null, 2)}\n`);
      return;
    }
    for (const { name: check, passed, detail } of checks) {
      process.stdout.write(`${passed ? "✓" : "✗"} ${check}${detail ? `: ${detail}` : ""}\n`);
    }
    process.stdout.write(
      failed === 0
        ? `${id} passes all ${checks.length} checks\n`
        : `${id} fails ${failed} of ${checks.length} checks\n`,
    );
  });
}
