import { z } from "zod";
import type { ExperimentSource } from "./ExperimentSource.js";
import { sections } from "./experimentSchema.js";
import { nearestName } from "./nearestName.js";

/** One axis of a product: a dotted path of a loss entry and its values. */
export interface GridAxis {
  readonly path: string;
  readonly values: readonly unknown[];
  /** Where the file has it. */
  readonly place: readonly PropertyKey[];
}

/** Axes whose values are combined, each with each. */
export interface GridProduct {
  readonly axes: readonly GridAxis[];
  /** Where the file has it. */
  readonly place: readonly PropertyKey[];
}

const product = z
  .record(z.string(), z.array(z.json()).min(1, "takes at least one value"))
  .refine((axes) => Object.keys(axes).length > 0, "takes at least one path with its values");
const entry = ["use", "name"];

/**
 * The products of `grid`: one mapping of paths to values, or a list of such mappings.
 * @throws ConfigurationError naming the line and the path that no loss entry can have, or the value that it cannot take
 */
export function readGrid(source: ExperimentSource, grid: unknown): GridProduct[] {
  if (grid === undefined) return [];
  const mappings = Array.isArray(grid)
    ? grid.map((mapping, i) => ({ mapping, place: ["grid", i] as PropertyKey[] }))
    : [{ mapping: grid, place: ["grid"] as PropertyKey[] }];
  if (mappings.length === 0) throw source.error(["grid"], "takes at least one mapping");
  return mappings.map(({ mapping, place }) => ({
    place,
    axes: Object.entries(source.parse(product, mapping, place)).map(([path, values]) => {
      const axis = { path, values, place: [...place, path] };
      checkSection(source, axis);
      return axis;
    }),
  }));
}

/** Checks a path into a section of a loss entry, and its values; an option of a loss is for the loss to check. */
function checkSection(source: ExperimentSource, { path, values, place }: GridAxis): void {
  const [first = "", ...rest] = path.split(".");
  const names = Object.keys(sections);
  if (!Object.hasOwn(sections, first)) {
    if (rest.length > 0) {
      throw source.error(place, `unknown key; ${nearestName(first, names)}`);
    }
    if (entry.includes(first)) {
      throw source.error(place, `cannot be varied; list the losses under "losses"`);
    }
    return;
  }
  const { shape } = sections[first as keyof typeof sections];
  const key = rest.join(".");
  const schema = Object.hasOwn(shape, key) ? (shape as Record<string, z.ZodType>)[key] : undefined;
  if (schema === undefined) {
    const hint = key === "" ? `name one key of it, as in` : "unknown key;";
    const known = Object.keys(shape);
    throw source.error(
      place,
      `${hint} ${key === "" ? `${first}.${known[0]}` : nearestName(key, known)}`,
    );
  }
  for (const [i, value] of values.entries()) source.parse(schema, value, [...place, i]);
}
