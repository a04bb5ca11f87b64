import { baselineByName, classicalNames } from "@sigf1/baselines";
import { type ExperimentValues, isMapping } from "./cells/ExperimentValues.js";
import type { ExperimentSource, Move } from "./ExperimentSource.js";
import { expandGrid } from "./expandGrid.js";
import { isAxis } from "./isAxis.js";
import { variantName } from "./variantName.js";

/** A file in which each classical baseline is one, and where its values are written. */
export interface BaselineLists {
  readonly source: ExperimentSource;
  readonly file: ExperimentValues;
}

/** Makes several baselines of one whose options are lists where one value is expected, each named by its values. */
export function baselineLists(source: ExperimentSource, file: ExperimentValues): BaselineLists {
  if (!Array.isArray(file.baselines)) return { source, file };
  const moves: Move[] = [];
  const baselines = file.baselines.flatMap((entry, i) => {
    const all = isMapping(entry) ? variants(entry) : [entry];
    return all.map((one) => {
      moves.push({ path: ["baselines", moves.length], place: ["baselines", i] });
      return one;
    });
  });
  return { source: source.moved(moves), file: { ...file, baselines } };
}

function variants(entry: ExperimentValues): readonly ExperimentValues[] {
  const { use, name = use } = entry;
  const axes = Object.entries(entry).flatMap(([key, values]) =>
    isAxis(values, (value) => takes(use, key, value))
      ? [{ path: key, values, place: [], places: [] }]
      : [],
  );
  if (axes.length === 0) return [entry];
  const keys = axes.map(({ path }) => path);
  return expandGrid([{ axes, place: [] }], {}).map(({ given }) => ({
    ...entry,
    ...given,
    name: variantName(String(name), given, keys),
  }));
}

/** Whether a classical baseline takes a value of an option; trivial ones have one name and one form. */
function takes(use: unknown, key: string, value: unknown): boolean {
  if (!classicalNames.some((name) => name === use)) return false;
  try {
    baselineByName(use as (typeof classicalNames)[number], { [key]: value });
    return true;
  } catch {
    return false;
  }
}
