import { baselineNames } from "@sigf1/baselines";
import { lossNames } from "@sigf1/losses";
import { attempt } from "./attempt.js";
import { createLoss } from "./createLoss.js";
import type { ExperimentSource } from "./ExperimentSource.js";
import { foreignHeadKey, headKeys } from "./foreignHeadKey.js";
import type { LossSettings } from "./lossSettings.js";
import { nameOf, type PlacedLoss } from "./PlacedLoss.js";

/**
 * Checks an entry of `losses` without what multiplies it, by making the loss once.
 * @param others the entries of the file
 * @throws ConfigurationError naming the entry's line
 */
export function checkLoss(
  source: ExperimentSource,
  entry: PlacedLoss,
  settings: LossSettings,
  others: readonly PlacedLoss[],
): void {
  const { use } = entry.loss;
  const name = nameOf(entry);
  if (baselineNames.some((baseline) => baseline === name)) {
    throw source.error(entry.path, `"${name}" is the name of a baseline; take another`);
  }
  // Not the unknown name itself, where the file has it.
  const known = [...others.map(nameOf), ...lossNames].filter((other) => other !== use);
  attempt(source, entry.path, use, known, () => createLoss(settings, 0));
  const foreign = foreignHeadKey(settings.head);
  if (foreign === undefined) return;
  const place = foreign in entry.loss.head ? [...entry.path, "head"] : ["head"];
  const { use: kind = "mlp" } = settings.head;
  throw source.error(
    [...place, foreign],
    `the head "${kind}" has no such key; it takes ${headKeys[kind].join(", ")}`,
  );
}
