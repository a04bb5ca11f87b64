import { shortPath } from "../../config/shortPath.js";
import type { RunRecord, SearchRecord } from "../../results/Results.js";
import { meanOf } from "./meanOf.js";

/** What the searches of a loss's runs chose, seed by seed. */
export interface SearchedLoss {
  readonly loss: string;
  /** Number of trials of a run; of several seeds the most. */
  readonly trials: number;
  /** Mean over seeds of the validation figure that the chosen trial reached. */
  readonly figure: number;
  /** Runs that chose the settings of the file, the first trial. */
  readonly ownChosen: number;
  /** Short name of each setting, and the values of the chosen trials in the order of the seeds. */
  readonly settings: readonly { readonly name: string; readonly values: readonly unknown[] }[];
}

/** The searches of these losses, in this order; a loss that was not searched is left out. */
export function searchedSettings(
  runs: readonly RunRecord[],
  losses: readonly string[],
): SearchedLoss[] {
  return losses.flatMap((loss) => {
    const own = runs.filter((run) => run.loss === loss).sort((a, b) => a.seed - b.seed);
    const searches = own.flatMap(({ search }) => search ?? []);
    const [first] = searches;
    if (first === undefined) return [];
    const chosen = searches.map(({ trials, chosen: index }) => trials[index]!); // one of them
    const paths = Object.keys(first.trials[0]?.settings ?? {});
    return {
      loss,
      trials: Math.max(...searches.map(({ trials }) => trials.length)),
      figure: meanOf(chosen.map(({ figure }) => figure ?? Number.NaN)),
      ownChosen: searches.filter(isOwn).length,
      settings: paths.map((path) => ({
        name: shortPath(path, paths),
        values: chosen.map(({ settings }) => settings[path]),
      })),
    };
  });
}

const isOwn = ({ chosen }: SearchRecord) => chosen === 0;
