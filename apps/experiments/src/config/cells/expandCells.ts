import { dirname, resolve } from "node:path";
import type { Dataset } from "@sigf1/datasets";
import { findDataset } from "../../registry/findDataset.js";
import type { ExperimentSource, Move } from "../ExperimentSource.js";
import { expandGrid } from "../expandGrid.js";
import type { GridAxis } from "../GridAxis.js";
import type { GridProduct } from "../readGrid.js";
import type { CellFile } from "./CellFile.js";
import { asUnit, type ExperimentValues, isMapping } from "./ExperimentValues.js";
import { listedOptions } from "./listedOptions.js";
import { listedUnits } from "./listedUnits.js";
import { readMatrix } from "./readMatrix.js";
import { withValue } from "./withValue.js";

/**
 * The files of an experiment's cells: its `matrix`, times the lists of datasets, encoders, splits and of their options.
 * Cells that come to the same file are one.
 * @throws ConfigurationError naming the line and the path of a mistake in `matrix`
 */
export async function expandCells(
  source: ExperimentSource,
  values: ExperimentValues,
): Promise<readonly CellFile[]> {
  const { matrix, exclude: _exclude, ...file } = values;
  let cells: CellFile[] = [{ paths: [], source, file }];
  cells = cells.flatMap((cell) => multiply(cell, readMatrix(source, matrix)));
  cells = cells.flatMap((cell) => multiply(cell, oneProduct(listedUnits(cell.file))));
  // A list of names comes before the options of each.
  for (let stage = 0; stage < 2; stage++) {
    const stages = cells.map(async (cell) => {
      const axes = listedOptions(cell.file, await datasetOf(cell));
      return multiply(cell, oneProduct(axes));
    });
    cells = (await Promise.all(stages)).flat();
  }
  return [...new Map(cells.map((cell) => [JSON.stringify(cell.file), cell])).values()];
}

function oneProduct(axes: readonly GridAxis[]): GridProduct[] {
  return axes.length === 0 ? [] : [{ axes, place: [] }];
}

function multiply(cell: CellFile, products: readonly GridProduct[]): CellFile[] {
  if (products.length === 0) return [cell];
  return expandGrid(products, {}).map(({ given, product }) => {
    const moves = product.axes.flatMap(({ path, values, places }) => {
      const value = given[path];
      return movesOf(value, path.split("."), places[values.indexOf(value)] ?? []);
    });
    return {
      paths: [...cell.paths, ...Object.keys(given)],
      source: cell.source.moved(moves),
      file: Object.entries(given).reduce(
        (file, [path, value]) => withValue(file, path, value),
        cell.file,
      ),
    };
  });
}

/** Where a value is written that stands at a path; of a mapping that is laid over another, where each of its keys is. */
function movesOf(value: unknown, path: Move["path"], place: Move["place"]): Move[] {
  if (!isMapping(value) || "use" in value) return [{ path, place }];
  return Object.keys(value).map((key) => ({ path: [...path, key], place: [...place, key] }));
}

/** The cell's dataset; nothing where it cannot be found, which is told when the cell is resolved. */
async function datasetOf({ source, file }: CellFile): Promise<Dataset | undefined> {
  const use = asUnit(file.dataset)?.use;
  if (typeof use !== "string") return undefined;
  return findDataset(use, dirname(resolve(source.filename))).catch(() => undefined);
}
