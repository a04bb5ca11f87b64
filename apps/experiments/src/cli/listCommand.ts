import { baselineNames } from "@sigf1/baselines";
import { lossNames } from "@sigf1/losses";
import { decisionNames } from "@sigf1/metrics";
import { Command } from "commander";
import { experimentNames } from "../config/readExperiment.js";
import { datasets } from "../registry/datasets.js";
import { encoders } from "../registry/encoders.js";

/** `sigf1 list`: every name that an experiment file can use. */
export function listCommand(): Command {
  return new Command("list")
    .description("list the built-in experiments and every name that an experiment file can use")
    .action(async () => {
      const lists: readonly (readonly [string, readonly string[]])[] = [
        ["experiments", await experimentNames()],
        ["datasets", Object.keys(datasets)],
        ["encoders", Object.keys(encoders)],
        ["losses", lossNames],
        ["decisions", [...decisionNames, "threshold-<t>, t in [0, 1]"]],
        ["baselines", baselineNames],
      ];
      for (const [title, names] of lists) {
        process.stdout.write(`${title}\n${names.map((name) => `  ${name}\n`).join("")}`);
      }
    });
}
