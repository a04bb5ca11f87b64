import type { DecisionRule } from "@sigf1/metrics";
import { checkAxis } from "./checkAxis.js";
import { checkLoss } from "./checkLoss.js";
import { createLoss } from "./createLoss.js";
import type { ExperimentSource } from "./ExperimentSource.js";
import type { ExperimentFile, LossEntry } from "./experimentSchema.js";
import type { LossPlan } from "./LossPlan.js";
import { combineProducts, type LossLists } from "./lossLists.js";
import { type LossSettings, lossSettings } from "./lossSettings.js";
import { lossVariants } from "./lossVariants.js";
import { nameOf, type PlacedLoss } from "./PlacedLoss.js";
import { type GridProduct, readGrid } from "./readGrid.js";
import { resolveSearch } from "./search/resolveSearch.js";
import { unique } from "./unique.js";

type Path = readonly PropertyKey[];
type Decide = (name: string, path: Path) => DecisionRule;

/** What the losses of a cell depend on. */
export interface LossContext {
  readonly file: ExperimentFile;
  readonly lists: LossLists;
  /** Whether `exclude` leaves a loss with these settings out. */
  readonly excluded: (name: string, settings: LossSettings) => boolean;
  /** The decision rule of a name that stands at a path. */
  readonly decide: Decide;
}

/**
 * The losses of an experiment with all their settings; where a grid or lists multiply them, every variant of each.
 * @param wanted names of the losses or variants to keep; a loss that the file lacks is added with its default options
 * @throws ConfigurationError naming the file, the line and the key
 */
export function resolveLosses(
  source: ExperimentSource,
  { file, lists, excluded, decide }: LossContext,
  wanted: readonly string[] | undefined,
): readonly LossPlan[] {
  const grid = readGrid(source, file.grid);
  for (const { axes } of [lists.shared, ...lists.own].flat()) {
    for (const axis of axes) checkAxis(source, axis);
  }
  const placed = (loss: LossEntry, path: Path, own: readonly GridProduct[] = []): PlacedLoss => {
    const listed = combineProducts([own, without(lists.shared, loss)]);
    const firsts = listed[0]?.axes.map(({ path, values }) => [path, values[0]]) ?? [];
    const products = combineProducts([grid, listed]);
    return { loss, path, products, listValues: Object.fromEntries(firsts) };
  };
  const inFile = file.losses.map((loss, i) => placed(loss, ["losses", i], lists.own[i]));
  unique(source, inFile.map(nameOf), "losses");
  const axes = [
    ...new Set(
      inFile.flatMap(({ products }) =>
        products.flatMap((product) => product.axes.map(({ path }) => path)),
      ),
    ),
  ];
  const leftOut = new Set<string>();
  const plans = (entry: PlacedLoss): LossPlan[] => {
    const settings = lossSettings(file, entry.loss);
    checkLoss(source, entry, settings, inFile);
    const own = plan(file, entry, settings, decide);
    const search = (settled: LossSettings, varied: readonly string[]) => {
      const found = resolveSearch(source, file, entry, settled, varied);
      return found && { search: found };
    };
    const isExcluded = (changed: LossSettings, name: string) => {
      const found = excluded(own.name, changed);
      if (found) leftOut.add(own.name).add(name);
      return found;
    };
    if (entry.products.every((product) => product.axes.length === 0)) {
      return isExcluded(settings, own.name) ? [] : [{ ...own, ...search(settings, []) }];
    }
    return lossVariants(source, entry, own, settings, axes, {
      excluded: isExcluded,
      decide,
      search,
    });
  };
  const all = inFile.flatMap(plans);
  const chosen =
    wanted?.flatMap((name) => {
      const found = all.filter((each) => each.name === name || each.base === name);
      if (found.length > 0 || leftOut.has(name)) return found;
      const none = { head: {}, optimizer: {}, training: {}, corruption: {} };
      return plans(placed({ use: name, ...none }, ["--losses"]));
    }) ?? all;
  // Where 1 and "1" are two values, or a loss is named as another's variant.
  const names = new Set(chosen.map(({ name }) => name));
  if (names.size < chosen.length) {
    const twice = chosen.find(({ name }, i) => chosen.findIndex((c) => c.name === name) < i);
    throw source.error(["grid"], `gives two variants the name "${twice?.name}"`);
  }
  return chosen;
}

/** The lists of the file's sections without those of keys that the loss has itself. */
function without(products: readonly GridProduct[], loss: LossEntry): GridProduct[] {
  return products.map((product) => ({
    ...product,
    axes: product.axes.filter(({ path }) => {
      const [section = "", key = ""] = path.split(".");
      return !Object.hasOwn(loss[section] as object, key);
    }),
  }));
}

function plan(
  file: ExperimentFile,
  entry: PlacedLoss,
  settings: LossSettings,
  decide: Decide,
): LossPlan {
  const { search, training } = entry.loss;
  const places = [
    search !== false && search?.decision !== undefined && [...entry.path, "search"],
    search !== false && file.search?.decision !== undefined && ["search"],
    "decision" in training && [...entry.path, "training"],
  ];
  const path = [...(places.find((place) => place !== false) ?? ["training"]), "decision"];
  return {
    name: nameOf(entry),
    create: (seed) => createLoss(settings, seed),
    ...settings,
    validationRule: decide(settings.training.decision, path),
  };
}
