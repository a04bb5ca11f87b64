import { lossByName, type MultilabelLoss } from "@sigf1/losses";
import type { LossSettings } from "./lossSettings.js";

/** A new loss; what it draws follows `seed`, unless its options give one. */
export function createLoss(
  { options }: Pick<LossSettings, "options">,
  seed: number,
): MultilabelLoss {
  const { use, ...given } = options;
  const make = (all: object) => lossByName(use as never, all as never) as MultilabelLoss;
  const loss = make(given);
  return loss.draw === undefined || "seed" in given ? loss : make({ ...given, seed });
}
