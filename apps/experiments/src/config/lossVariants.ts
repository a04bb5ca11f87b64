import type { DecisionRule } from "@sigf1/metrics";
import { attempt } from "./attempt.js";
import { createLoss } from "./createLoss.js";
import type { ExperimentSource } from "./ExperimentSource.js";
import { expandGrid } from "./expandGrid.js";
import { foreignHeadKey, headKeys } from "./foreignHeadKey.js";
import type { GridValues } from "./GridPoint.js";
import type { LossPlan } from "./LossPlan.js";
import { type LossSettings, valueAt, withValues } from "./lossSettings.js";
import type { PlacedLoss } from "./PlacedLoss.js";
import type { GridProduct } from "./readGrid.js";
import { variantName } from "./variantName.js";

type Path = readonly PropertyKey[];

/** What makes a plan of a variant's settings. */
export interface VariantContext {
  /** Whether a variant is left out; such are not checked. */
  readonly excluded: (settings: LossSettings, name: string) => boolean;
  /** The decision rule of a name that stands at a path. */
  readonly decide: (name: string, path: Path) => DecisionRule;
  /** How settings are searched of which some paths are varied. */
  readonly search: (
    settings: LossSettings,
    varied: readonly string[],
  ) => Pick<LossPlan, "search"> | undefined;
}

/**
 * The variants of a loss.
 * @param own the loss without what multiplies it
 * @param axes the paths of every axis of the file
 * @throws ConfigurationError naming the line of a value that the loss cannot take
 */
export function lossVariants(
  source: ExperimentSource,
  { products, listValues }: PlacedLoss,
  own: LossPlan,
  settings: LossSettings,
  axes: readonly string[],
  { excluded, decide, search }: VariantContext,
): LossPlan[] {
  const valuesOf = (some: LossSettings) =>
    Object.fromEntries(axes.map((axis) => [axis, valueAt(some, axis)]));
  const base = own.name;
  const fileValues = valuesOf(withValues(settings, listValues));
  return expandGrid(products, valuesOf(settings)).flatMap(({ given, values, product }) => {
    const changed = withValues(settings, given);
    const name = variantName(base, given, axes);
    if (excluded(changed, name)) return [];
    checkVariant(source, base, settings, given, product);
    const decision = placeOf(product, "training.decision", given);
    return {
      ...own,
      ...changed,
      name,
      base,
      grid: values,
      fileValues,
      create: (seed: number) => createLoss(changed, seed),
      ...search(changed, Object.keys(given)),
      ...(decision && { validationRule: decide(changed.training.decision, decision) }),
    };
  });
}

function placeOf({ axes }: GridProduct, path: string, given: GridValues): Path | undefined {
  const axis = axes.find((each) => each.path === path);
  return axis?.places[axis.values.indexOf(given[path])];
}

/** Makes the variant once; where that fails, the error names the value that the loss cannot take even alone. */
function checkVariant(
  source: ExperimentSource,
  base: string,
  settings: LossSettings,
  given: GridValues,
  product: GridProduct,
): void {
  const make = (values: GridValues, path: Path) =>
    attempt(source, path, base, [], () => createLoss(withValues(settings, values), 0));
  try {
    make(given, product.place);
  } catch (error) {
    for (const { path } of product.axes) {
      make({ [path]: given[path] }, placeOf(product, path, given) ?? product.place);
    }
    throw error;
  }
  const { head } = withValues(settings, given);
  const foreign = foreignHeadKey(head);
  if (foreign === undefined) return;
  const { use: kind = "mlp" } = head;
  throw source.error(
    placeOf(product, `head.${foreign}`, given) ?? product.place,
    `the head "${kind}" has no key ${foreign}; it takes ${headKeys[kind].join(", ")}`,
  );
}
