import { openDataset } from "@sigf1/datasets";
import type { Command } from "commander";
import type { DatasetArguments } from "./DatasetArguments.js";
import { datasetCommand } from "./datasetCommand.js";
import { describeDefinition } from "./describeDefinition.js";
import { describeExamples } from "./describeExamples.js";
import { readDatasetArguments } from "./readDatasetArguments.js";
import { readThrough } from "./readThrough.js";
import { withProgress } from "./withProgress.js";

/** `sigf1 datasets info ID`: what a dataset is, and the statistics of its labels. */
export function infoCommand(): Command {
  return datasetCommand("info", "describe a dataset and count its labels").action(
    async (name: string, options: DatasetArguments) => {
      const { dataset, settings } = await readDatasetArguments(name, options);
      const { id, title, modality, homepage, license, citation } = dataset;
      const definition = {
        ...{ id, title, modality, homepage, license, citation },
        splits: Object.keys(dataset.splits ?? {}),
        options: openDataset(dataset, settings).options,
      };
      // What needs no files is told also where they are missing.
      if (!options.json) process.stdout.write(describeDefinition(definition));
      const examples = await withProgress(`reading ${id}`, async (progress) => {
        const open = openDataset(dataset, { ...settings, ...progress });
        const { labels, counts, ...statistics } = await readThrough(open);
        return {
          ...statistics,
          counts: Object.fromEntries(labels.map((label, i) => [label, counts[i] ?? 0])),
          skipped: open.skipped(),
          files: await open.files(),
          fingerprint: await open.fingerprint(),
        };
      });
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ ...definition, ...examples }, null, 2)}\n`
          : describeExamples(examples),
      );
    },
  );
}
