import { join } from "node:path";
import { cacheFolder } from "@sigf1/datasets";
import { listFeatures, pruneFeatures, type StoredFeatures } from "@sigf1/features";
import { Command, InvalidArgumentError } from "commander";
import { describeFeatures } from "./describeFeatures.js";
import { formatBytes } from "./formatBytes.js";

interface PruneArguments {
  readonly olderThan?: number;
  readonly all?: true;
  readonly json?: true;
}

const HOURS: Readonly<Record<string, number>> = { h: 1, d: 24, w: 7 * 24 };

/** Milliseconds of `36h`, `30d` or `4w`. */
function age(text: string): number {
  const [, count, unit = ""] = /^(\d+)([hdw])$/.exec(text) ?? [];
  const hours = HOURS[unit];
  if (hours === undefined) {
    throw new InvalidArgumentError("Expected hours, days or weeks, as in 36h, 30d or 4w.");
  }
  return Number(count) * hours * 3_600_000;
}

/** `sigf1 features`: lists the features that are kept on disk, and removes some. */
export function featuresCommand(): Command {
  const folder = () => join(cacheFolder(), "features");
  const command = new Command("features").description(
    "list the features that encoders have made and the cache keeps, or remove some",
  );
  command
    .command("list", { isDefault: true })
    .description("list stored features, the latest used first")
    .option("--json", "print JSON")
    .action(async ({ json }: { readonly json?: true }) => {
      const all = await listFeatures(folder());
      process.stdout.write(
        json
          ? `${JSON.stringify(all.map(toJson), null, 2)}\n`
          : describeFeatures(folder(), all, new Date()),
      );
    });
  command
    .command("prune")
    .description("remove half-written, damaged and unfinished features; all that is left is whole")
    .option("--older-than <age>", "also features last used longer ago, as in 36h, 30d or 4w", age)
    .option("--all", "all features")
    .option("--json", "print JSON")
    .addHelpText("after", "\nWhat a process is writing is left. Features can be made again.")
    .action(async ({ olderThan, all, json }: PruneArguments) => {
      const { removed, inUse } = await pruneFeatures(folder(), {
        ...(all && { all }),
        ...(olderThan !== undefined && { before: new Date(Date.now() - olderThan) }),
      });
      const freed = removed.reduce((sum, { bytes }) => sum + bytes, 0);
      if (json) {
        process.stdout.write(`${JSON.stringify({ removed, inUse, freed }, null, 2)}\n`);
        return;
      }
      for (const { path, bytes, reason } of removed) {
        process.stdout.write(`removed ${path} (${reason}, ${formatBytes(bytes)})\n`);
      }
      for (const path of inUse) process.stdout.write(`left ${path}: a process is writing it\n`);
      process.stdout.write(`${formatBytes(freed)} freed\n`);
    });
  return command;
}

function toJson({ folder, manifest, written, complete, bytes, used }: StoredFeatures) {
  const { key, rows = null, cols = null } = manifest ?? {};
  const { dataset = null, encoder = null } = key ?? {};
  return { folder, dataset, encoder, rows, cols, written, complete, bytes, used };
}
