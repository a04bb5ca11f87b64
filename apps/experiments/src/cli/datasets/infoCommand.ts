import { openDataset, streamStatistics } from "@sigf1/datasets";
import type { Command } from "commander";
import type { DatasetArguments } from "./DatasetArguments.js";
import { datasetCommand } from "./datasetCommand.js";
import { describeDataset } from "./describeDataset.js";
import { readDatasetArguments } from "./readDatasetArguments.js";
import { withProgress } from "./withProgress.js";

/** `sigf1 datasets info ID`: what a dataset is, and the statistics of its labels. */
export function infoCommand(): Command {
  return datasetCommand("info", "describe a dataset and count its labels").action(
    async (name: string, options: DatasetArguments) => {
      const { dataset, settings } = await readDatasetArguments(name, options);
      const info = await withProgress(`reading ${dataset.id}`, async (progress) => {
        const open = openDataset(dataset, { ...settings, ...progress });
        const { labels, counts, ...statistics } = await streamStatistics(
          open.examples(),
          await open.vocabulary(),
        );
        const { id, title, modality, homepage, license, citation } = dataset;
        return {
          ...{ id, title, modality, homepage, license, citation },
          splits: Object.keys(dataset.splits ?? {}),
          options: open.options,
          ...statistics,
          counts: Object.fromEntries(labels.map((label, i) => [label, counts[i] ?? 0])),
          skipped: open.skipped(),
          files: await open.files(),
          fingerprint: await open.fingerprint(),
        };
      });
      process.stdout.write(
        options.json ? `${JSON.stringify(info, null, 2)}\n` : describeDataset(info),
      );
    },
  );
}
