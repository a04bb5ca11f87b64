import type { Results } from "../../results/Results.js";
import { variantsOf } from "./variantsOf.js";

/** The settings, but of each loss that a grid multiplies one variant alone: the grid says the rest. */
export function shownSettings(results: Results): Results["settings"] {
  const { settings } = results;
  const variants = variantsOf(results);
  if (variants.size === 0) return settings;
  const losses = settings.losses as readonly { readonly base: string }[]; // as variantsOf found them
  const first = losses.filter(
    ({ base }, i) => losses.findIndex((loss) => loss.base === base) === i,
  );
  return { ...settings, losses: first };
}
