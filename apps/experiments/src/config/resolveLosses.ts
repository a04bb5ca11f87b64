import { baselineNames } from "@sigf1/baselines";
import { lossByName, lossNames, type MultilabelLoss } from "@sigf1/losses";
import type { DecisionRule } from "@sigf1/metrics";
import { attempt } from "./attempt.js";
import type { ExperimentSource } from "./ExperimentSource.js";
import { expandGrid } from "./expandGrid.js";
import type { ExperimentFile, LossEntry } from "./experimentSchema.js";
import { foreignHeadKey, headKeys } from "./foreignHeadKey.js";
import type { GridValues } from "./GridPoint.js";
import type { LossPlan } from "./LossPlan.js";
import { type LossSettings, lossSettings, valueAt, withValues } from "./lossSettings.js";
import { type GridProduct, readGrid } from "./readGrid.js";
import { unique } from "./unique.js";
import { variantName } from "./variantName.js";

type Path = readonly PropertyKey[];
type Decide = (name: string, path: Path) => DecisionRule;

/** An entry of `losses`, or one that the command line adds, and where it stands. */
interface Entry {
  readonly loss: LossEntry;
  readonly path: Path;
}

const nameOf = ({ loss }: Entry): string => loss.name ?? loss.use;

/**
 * The losses of an experiment with all their settings; where the file has a grid, every variant of each.
 * @param wanted names of the losses or variants to keep; a loss that the file lacks is added with its default options
 * @throws ConfigurationError naming the file, the line and the key
 */
export function resolveLosses(
  source: ExperimentSource,
  file: ExperimentFile,
  wanted: readonly string[] | undefined,
  decide: Decide,
): readonly LossPlan[] {
  const inFile: Entry[] = file.losses.map((loss, i) => ({ loss, path: ["losses", i] }));
  unique(source, inFile.map(nameOf), "losses");
  const products = readGrid(source, file.grid);
  const plans = (entry: Entry) => {
    checkEntry(source, file, entry, inFile);
    return products.length === 0
      ? [plan(file, entry, decide)]
      : variants(source, file, entry, products, decide);
  };
  const all = inFile.flatMap(plans);
  const chosen =
    wanted?.flatMap((name) => {
      const found = all.filter((each) => each.name === name || each.base === name);
      return found.length > 0 ? found : plans(added(name));
    }) ?? all;
  // Where 1 and "1" are two values, or a loss is named as another's variant.
  const names = new Set(chosen.map(({ name }) => name));
  if (names.size < chosen.length) {
    const twice = chosen.find(({ name }, i) => chosen.findIndex((c) => c.name === name) < i);
    throw source.error(["grid"], `gives two variants the name "${twice?.name}"`);
  }
  return chosen;
}

function added(use: string): Entry {
  const none = { head: {}, optimizer: {}, training: {}, corruption: {} };
  return { loss: { use, ...none }, path: ["--losses"] };
}

function create({ options }: LossSettings, seed: number): MultilabelLoss {
  const { use, ...given } = options;
  const make = (all: object) => lossByName(use as never, all as never) as MultilabelLoss;
  const loss = make(given);
  return loss.draw === undefined || "seed" in given ? loss : make({ ...given, seed });
}

function checkEntry(
  source: ExperimentSource,
  file: ExperimentFile,
  entry: Entry,
  inFile: readonly Entry[],
): void {
  const { use } = entry.loss;
  const name = nameOf(entry);
  if (baselineNames.some((baseline) => baseline === name)) {
    throw source.error(entry.path, `"${name}" is the name of a trivial baseline; take another`);
  }
  // Not the unknown name itself, where the file has it.
  const known = [...inFile.map(nameOf), ...lossNames].filter((other) => other !== use);
  const settings = lossSettings(file, entry.loss);
  attempt(source, entry.path, use, known, () => create(settings, 0));
  const foreign = foreignHeadKey(settings.head);
  if (foreign === undefined) return;
  const place = foreign in entry.loss.head ? [...entry.path, "head"] : ["head"];
  const { use: kind = "mlp" } = settings.head;
  throw source.error(
    [...place, foreign],
    `the head "${kind}" has no such key; it takes ${headKeys[kind].join(", ")}`,
  );
}

function plan(file: ExperimentFile, entry: Entry, decide: Decide): LossPlan {
  const settings = lossSettings(file, entry.loss);
  const decision = ["training", "decision"];
  const path = "decision" in entry.loss.training ? [...entry.path, ...decision] : decision;
  return {
    name: nameOf(entry),
    create: (seed) => create(settings, seed),
    ...settings,
    validationRule: decide(settings.training.decision, path),
  };
}

function variants(
  source: ExperimentSource,
  file: ExperimentFile,
  entry: Entry,
  products: readonly GridProduct[],
  decide: Decide,
): LossPlan[] {
  const own = plan(file, entry, decide);
  const base = own.name;
  const settings = lossSettings(file, entry.loss);
  const axes = [...new Set(products.flatMap(({ axes }) => axes.map(({ path }) => path)))];
  const fileValues = Object.fromEntries(axes.map((axis) => [axis, valueAt(settings, axis)]));
  return expandGrid(products, fileValues).map(({ given, values, product }) => {
    const changed = withValues(settings, given);
    attemptVariant(source, base, settings, given, product);
    const decision = product.axes.find(({ path }) => path === "training.decision");
    return {
      ...own,
      ...changed,
      name: variantName(base, given, axes),
      base,
      grid: values,
      fileValues,
      create: (seed) => create(changed, seed),
      ...(decision && { validationRule: decide(changed.training.decision, decision.place) }),
    };
  });
}

/** Makes the variant once; where that fails, the error names the value that the loss cannot take even alone. */
function attemptVariant(
  source: ExperimentSource,
  base: string,
  settings: LossSettings,
  given: GridValues,
  { axes, place }: GridProduct,
): void {
  const make = (values: GridValues, path: Path) =>
    attempt(source, path, base, [], () => create(withValues(settings, values), 0));
  try {
    make(given, place);
  } catch (error) {
    for (const { path, values, place: at } of axes) {
      make({ [path]: given[path] }, [...at, values.indexOf(given[path])]);
    }
    throw error;
  }
}
