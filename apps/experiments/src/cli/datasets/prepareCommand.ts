import { openDataset } from "@sigf1/datasets";
import type { Command } from "commander";
import type { DatasetArguments } from "./DatasetArguments.js";
import { datasetCommand } from "./datasetCommand.js";
import { readDatasetArguments } from "./readDatasetArguments.js";
import { readThrough } from "./readThrough.js";
import { withProgress } from "./withProgress.js";

/**
 * `sigf1 datasets prepare ID`: finds or fetches a dataset's files, verifies them, and reads every example once, so
 * that a later run needs no network and meets no bad file. Archives are read in place: nothing is unpacked.
 */
export function prepareCommand(): Command {
  return datasetCommand(
    "prepare",
    "find or fetch a dataset's files, verify them, and read them once",
  ).action(async (name: string, options: DatasetArguments) => {
    const { dataset, settings } = await readDatasetArguments(name, options);
    const { id } = dataset;
    const prepared = await withProgress(`preparing ${id}`, async (progress) => {
      const open = openDataset(dataset, { ...settings, ...progress });
      const { examples, split } = await readThrough(open);
      return {
        id,
        examples,
        ...(split && { split }),
        skipped: open.skipped(),
        files: await open.files(),
      };
    });
    if (options.json) {
      process.stdout.write(`${JSON.stringify(prepared, null, 2)}\n`);
      return;
    }
    const { examples, skipped, files } = prepared;
    for (const path of Object.values(files)) process.stdout.write(`${path}\n`);
    for (const { reason, count, first } of skipped) {
      process.stdout.write(`left out ${count}: ${reason}; first: ${first}\n`);
    }
    process.stdout.write(`${id} is ready: ${examples.toLocaleString("en-US")} examples\n`);
  });
}
