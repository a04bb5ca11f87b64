import { type BaselineName, baselineByName, baselineNames, trivialNames } from "@sigf1/baselines";
import { attempt } from "./attempt.js";
import type { BaselinePlan } from "./BaselinePlan.js";
import type { ExperimentSource } from "./ExperimentSource.js";
import type { ExperimentFile } from "./experimentSchema.js";
import { unique } from "./unique.js";
import { unknownName } from "./unknownName.js";

/**
 * The baselines of an experiment.
 * @param losses names of its losses, which no baseline may have
 * @throws ConfigurationError naming the file, the line and the key
 */
export function resolveBaselines(
  source: ExperimentSource,
  { baselines }: ExperimentFile,
  losses: readonly string[],
): readonly BaselinePlan[] {
  const nameOf = ({ use, name = use }: ExperimentFile["baselines"][number]) => name;
  unique(source, baselines.map(nameOf), "baselines");
  return baselines.map((entry, i) => {
    const { name: given, ...options } = entry;
    const path = ["baselines", i];
    const use = baselineNames.find((known) => known === options.use);
    if (use === undefined) throw unknownName(source, path, options.use, baselineNames);
    const trivial = trivialNames.some((known) => known === use);
    if (given !== undefined && given !== use) {
      checkName(source, [...path, "name"], given, trivial ? undefined : losses);
    }
    const create = (seed: number) => createBaseline(use, options, seed);
    attempt(source, path, use, baselineNames, () => create(0));
    return { name: nameOf(entry), trivial, options, create };
  });
}

function createBaseline(
  use: BaselineName,
  { use: _use, ...options }: BaselinePlan["options"],
  seed: number,
) {
  return baselineByName(use, use === "random" ? { seed, ...options } : options);
}

/** @param losses undefined for a trivial baseline, which reports know by its own name */
function checkName(
  source: ExperimentSource,
  path: readonly PropertyKey[],
  name: string,
  losses: readonly string[] | undefined,
): void {
  if (losses === undefined) throw source.error(path, "a trivial baseline takes no name");
  if (baselineNames.some((known) => known === name)) {
    throw source.error(path, `"${name}" is the name of a baseline; take another`);
  }
  if (losses.includes(name)) {
    throw source.error(path, `"${name}" is the name of a loss; take another`);
  }
}
