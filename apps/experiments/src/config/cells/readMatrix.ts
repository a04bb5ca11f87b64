import { z } from "zod";
import type { ExperimentSource } from "../ExperimentSource.js";
import { experimentSchema } from "../experimentSchema.js";
import { nearestName } from "../nearestName.js";
import { productMappings } from "../productMappings.js";
import type { GridProduct } from "../readGrid.js";

const product = z
  .record(z.string(), z.json())
  .refine((axes) => Object.keys(axes).length > 0, "takes at least one path with its values");

/** What says of the whole study, not of a cell. */
const ofStudy = ["experiment", "description", "matrix", "exclude"];

/**
 * The products of `matrix`: one mapping of paths of the file to values, or a list of such mappings; what is no list is
 * one value.
 * @throws ConfigurationError naming the line and the path that no file can have
 */
export function readMatrix(source: ExperimentSource, matrix: unknown): GridProduct[] {
  if (matrix === undefined) return [];
  const known = Object.keys(experimentSchema.shape).filter((key) => !ofStudy.includes(key));
  return productMappings(source, "matrix", matrix).map(({ mapping, place }) => ({
    place,
    axes: Object.entries(source.parse(product, mapping, place)).map(([path, value]) => {
      const [first = ""] = path.split(".");
      const at = [...place, path];
      if (ofStudy.includes(first)) throw source.error(at, "is the same in every cell");
      if (!known.includes(first)) {
        throw source.error(at, `unknown key; ${nearestName(first, known)}`);
      }
      if (!Array.isArray(value)) return { path, values: [value], place: at, places: [at] };
      if (value.length === 0) throw source.error(at, "takes at least one value");
      return { path, values: value, place: at, places: value.map((_, i) => [...at, i]) };
    }),
  }));
}
