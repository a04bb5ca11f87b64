import { lossByName, lossNames } from "@sigf1/losses";
import { asUnit, type ExperimentValues, isMapping } from "./cells/ExperimentValues.js";
import { sections } from "./experimentSchema.js";
import type { GridAxis } from "./GridAxis.js";
import { isAxis } from "./isAxis.js";
import type { GridProduct } from "./readGrid.js";
import { takesAt } from "./takesAt.js";

type Path = readonly PropertyKey[];

/** What lists in an experiment file make of its losses. */
export interface LossLists {
  /** The file without these lists. */
  readonly file: ExperimentValues;
  /** The products of the lists in the sections of the file. */
  readonly shared: readonly GridProduct[];
  /** The products of the lists in each entry of `losses`. */
  readonly own: readonly (readonly GridProduct[])[];
}

/**
 * Takes out of a file the lists that stand for several values of one setting: in a loss's options, in the sections of
 * a loss or of the file, and lists of whole sections.
 */
export function lossLists(file: ExperimentValues): LossLists {
  const ofFile = sectionLists(file, []);
  const { losses } = file;
  if (!Array.isArray(losses)) return { file: ofFile.rest, shared: ofFile.products, own: [] };
  const entries = losses.map((entry, i) => {
    if (!isMapping(entry)) return { rest: entry, products: [] };
    const ofEntry = sectionLists(entry, ["losses", i]);
    const options = optionLists(ofEntry.rest, ["losses", i]);
    return { rest: options.rest, products: combineProducts([options.products, ofEntry.products]) };
  });
  return {
    file: { ...ofFile.rest, losses: entries.map(({ rest }) => rest) },
    shared: ofFile.products,
    own: entries.map(({ products }) => products),
  };
}

/** Each product with each other, the axes of the first ones first; where two have an axis of one path, the first's. */
export function combineProducts(unions: readonly (readonly GridProduct[])[]): GridProduct[] {
  const [first = [], ...others] = unions.filter((products) => products.length > 0);
  return others.reduce<GridProduct[]>(
    (combined, products) =>
      combined.flatMap((one) =>
        products.map((other) => {
          const paths = one.axes.map(({ path }) => path);
          const rest = other.axes.filter(({ path }) => !paths.includes(path));
          return { axes: [...one.axes, ...rest], place: one.place };
        }),
      ),
    [...first],
  );
}

interface Taken {
  /** The mapping without its lists. */
  readonly rest: ExperimentValues;
  readonly products: readonly GridProduct[];
}

function sectionLists(mapping: ExperimentValues, place: Path): Taken {
  let rest = mapping;
  const unions: GridProduct[][] = [];
  for (const [section, schema] of Object.entries(sections)) {
    const value = mapping[section];
    const listsOf = (given: ExperimentValues, at: Path) =>
      takeLists(given, at, `${section}.`, (key) => takesAt(schema.partial(), {}, key));
    const at = [...place, section];
    if (isMapping(value)) {
      const { axes, others } = listsOf(value, at);
      rest = { ...rest, [section]: others };
      if (axes.length > 0) unions.push([{ axes, place: at }]);
    } else if (Array.isArray(value) && value.length > 0 && value.every(isMapping)) {
      const { [section]: _section, ...without } = rest;
      rest = without;
      unions.push(
        value.map((given, i) => {
          const { axes, others } = listsOf(given, [...at, i]);
          const single = Object.entries(others).map(([key, one]) => ({
            path: `${section}.${key}`,
            values: [one],
            place: [...at, i, key],
            places: [[...at, i, key]],
          }));
          return { axes: [...single, ...axes], place: [...at, i] };
        }),
      );
    }
  }
  return { rest, products: combineProducts(unions) };
}

function optionLists(entry: ExperimentValues, place: Path): Taken {
  const reserved = ["use", "name", "search", ...Object.keys(sections)];
  const options = Object.entries(entry).filter(([key]) => !reserved.includes(key));
  const single = Object.fromEntries(options.filter(([, value]) => !Array.isArray(value)));
  const { axes, others } = takeLists(Object.fromEntries(options), place, "", (key) =>
    lossTakes(asUnit(entry)?.use, single, key),
  );
  const kept = Object.entries(entry).filter(([key]) => reserved.includes(key));
  return {
    rest: { ...Object.fromEntries(kept), ...others },
    products: axes.length === 0 ? [] : [{ axes, place }],
  };
}

function takeLists(
  mapping: ExperimentValues,
  place: Path,
  prefix: string,
  takes: (key: string) => (value: unknown) => boolean,
): { readonly axes: readonly GridAxis[]; readonly others: ExperimentValues } {
  const axes: GridAxis[] = [];
  const others: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(mapping)) {
    if (!isAxis(value, takes(key))) others[key] = value;
    else {
      const at = [...place, key];
      const places = value.map((_, i) => [...at, i]);
      axes.push({ path: `${prefix}${key}`, values: value, place: at, places });
    }
  }
  return { axes, others };
}

/** Whether a loss takes a value of an option; what it says of other options does not count. */
function lossTakes(use: unknown, options: ExperimentValues, key: string) {
  return (value: unknown): boolean => {
    if (!lossNames.some((name) => name === use)) return false;
    try {
      lossByName(use as never, { ...options, [key]: value } as never);
      return true;
    } catch (error) {
      return error instanceof Error && !error.message.includes(`option "${key}"`);
    }
  };
}
