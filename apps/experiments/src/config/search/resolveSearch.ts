import type { z } from "zod";
import { attempt } from "../attempt.js";
import { createLoss } from "../createLoss.js";
import type { ExperimentSource } from "../ExperimentSource.js";
import { type ExperimentFile, type LossEntry, sections } from "../experimentSchema.js";
import { type LossSettings, withValues } from "../lossSettings.js";
import { nearestName } from "../nearestName.js";
import { defaultSpace } from "./defaultSpace.js";
import type { SearchDimension, SearchPlan } from "./SearchPlan.js";

type Path = readonly PropertyKey[];

/** What no search chooses: the data, what it is judged by, and how long trials are trained. */
const fixed = ["corruption", "training.metric", "training.decision", "training.epochs"];

/**
 * How the settings of a loss are searched: its own `search` over the file's.
 * @param entry of `losses`, and where it stands
 * @param varied paths whose values a grid gives this variant
 * @returns nothing where neither the file nor the loss has a search, or the loss has `search: false`
 * @throws ConfigurationError naming the line of a path that cannot be searched, or of a value that the loss cannot take
 */
export function resolveSearch(
  source: ExperimentSource,
  file: ExperimentFile,
  { loss, path }: { readonly loss: LossEntry; readonly path: Path },
  settings: LossSettings,
  varied: readonly string[],
): SearchPlan | undefined {
  const own = loss.search;
  if (own === false || (own === undefined && file.search === undefined)) return undefined;
  const { use = "random", ...merged } = { ...file.search, ...own };
  const { budget = 20, reduction = 3, seed } = merged;
  const placeOf = (key: keyof typeof merged) => [
    ...(own?.[key] === undefined ? [] : path),
    "search",
    key,
  ];
  const { epochs } = settings.training;
  const rungs = Math.floor(Math.log(budget) / Math.log(reduction) + 1e-9);
  const { minEpochs = Math.max(1, Math.floor(epochs / reduction ** rungs)) } = merged;
  if (minEpochs > epochs) {
    throw source.error(placeOf("minEpochs"), `is above training.epochs, ${epochs}`);
  }
  if (merged.space !== undefined) {
    for (const [searched, dimension] of Object.entries(merged.space)) {
      const place = [...placeOf("space"), searched];
      if (varied.includes(searched)) {
        throw source.error(place, "is varied by a grid or a list, too; leave out one of the two");
      }
      checkDimension(source, searched, dimension, place, loss.use, settings);
    }
  }
  const space = Object.entries(merged.space ?? defaultSpace(settings));
  return {
    ...(use === "random" ? { use } : { use, reduction, minEpochs }),
    budget,
    ...(seed !== undefined && { seed }),
    space: Object.fromEntries(space.filter(([searched]) => !varied.includes(searched))),
  };
}

function checkDimension(
  source: ExperimentSource,
  path: string,
  dimension: SearchDimension,
  place: Path,
  use: string,
  settings: LossSettings,
): void {
  const [first = "", key = ""] = path.split(".");
  if (fixed.includes(first) || fixed.includes(path) || ["use", "name"].includes(path)) {
    throw source.error(place, "cannot be searched");
  }
  const section = Object.hasOwn(sections, first)
    ? sections[first as keyof typeof sections]
    : undefined;
  const shape: Readonly<Record<string, z.ZodType>> = section?.shape ?? {};
  if (section === undefined ? key !== "" : !Object.hasOwn(shape, key)) {
    const names = section === undefined ? Object.keys(sections) : Object.keys(shape);
    throw source.error(place, `unknown key; ${nearestName(key || first, names)}`);
  }
  for (const [value, at] of probes(dimension, place)) {
    const schema = shape[key];
    if (schema !== undefined) source.parse(schema, value, at);
    attempt(source, at, use, [], () => createLoss(withValues(settings, { [path]: value }), 0));
  }
}

/** Every value of a list; of a range both ends, and a number between them that is as broken as any. */
function probes(dimension: SearchDimension, place: Path): (readonly [unknown, Path])[] {
  if (!("min" in dimension)) return dimension.map((value, i) => [value, [...place, i]] as const);
  const { min, max, integer } = dimension;
  const ends = [
    [min, [...place, "min"]],
    [max, [...place, "max"]],
  ] as const;
  return integer || min === max ? [...ends] : [...ends, [min + (max - min) * Math.SQRT1_2, place]];
}
