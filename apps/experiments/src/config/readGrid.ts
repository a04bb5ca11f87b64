import { z } from "zod";
import { checkAxis } from "./checkAxis.js";
import type { ExperimentSource } from "./ExperimentSource.js";
import type { GridAxis } from "./GridAxis.js";
import { productMappings } from "./productMappings.js";

/** Axes whose values are combined, each with each. */
export interface GridProduct {
  readonly axes: readonly GridAxis[];
  /** Where the file has it. */
  readonly place: readonly PropertyKey[];
}

const product = z
  .record(z.string(), z.array(z.json()).min(1, "takes at least one value"))
  .refine((axes) => Object.keys(axes).length > 0, "takes at least one path with its values");

/**
 * The products of `grid`: one mapping of paths to values, or a list of such mappings.
 * @throws ConfigurationError naming the line and the path that no loss entry can have, or the value that it cannot take
 */
export function readGrid(source: ExperimentSource, grid: unknown): GridProduct[] {
  if (grid === undefined) return [];
  return productMappings(source, "grid", grid).map(({ mapping, place }) => ({
    place,
    axes: Object.entries(source.parse(product, mapping, place)).map(([path, values]) => {
      const at = [...place, path];
      const axis = { path, values, place: at, places: values.map((_, i) => [...at, i]) };
      checkAxis(source, axis);
      return axis;
    }),
  }));
}
