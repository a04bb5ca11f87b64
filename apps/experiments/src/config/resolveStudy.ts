import { ConfigurationError } from "./ConfigurationError.js";
import { cellAxes } from "./cells/cellAxes.js";
import { cellNames } from "./cells/cellNames.js";
import { isMapping } from "./cells/ExperimentValues.js";
import { expandCells } from "./cells/expandCells.js";
import { valueIn } from "./cells/valueIn.js";
import { Exclusions } from "./Exclusions.js";
import { ExperimentSource } from "./ExperimentSource.js";
import type { Overrides } from "./Overrides.js";
import { resolveCell } from "./resolveCell.js";
import type { Study, StudyCell } from "./Study.js";

/**
 * Checks an experiment file down to the options of every unit that it names, in each of its cells. A file that
 * multiplies neither data nor features has one cell.
 * @throws ConfigurationError naming the file, the line and the key
 */
export async function resolveStudy(
  text: string,
  filename: string,
  overrides: Overrides = {},
): Promise<Study> {
  const source = new ExperimentSource(text, filename, overrides.set);
  const settings = source.value();
  if (!isMapping(settings)) throw new ConfigurationError(`${filename}: is no mapping of keys`);
  const exclusions = new Exclusions(source, settings.exclude);
  const files = await expandCells(source, settings);
  const axes = cellAxes(files);
  const included = files.filter(({ file }) => !exclusions.cell(file, axes));
  const values = included.map(({ file }) =>
    Object.fromEntries(axes.map((path) => [path, valueIn(file, path) ?? null])),
  );
  const names = cellNames(values);
  const cells: StudyCell[] = [];
  for (const [i, cell] of included.entries()) {
    const experiment = await resolveCell(cell, overrides, exclusions);
    if (experiment.losses.length === 0) continue;
    const name = names[i] || experiment.dataset.id;
    if (cells.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
      throw source.error(["matrix"], `gives two cells the name "${name}"`);
    }
    cells.push({ name, values: values[i] ?? {}, experiment });
  }
  exclusions.checkUsed();
  const [first] = cells;
  if (first === undefined) throw source.error(["exclude"], "leaves nothing to run");
  const { name, description } = first.experiment;
  const placed = cells.length > 1 ? cells.map(inStudy) : cells;
  return { name, description, cells: placed, source: { text, filename, overrides }, settings };
}

/** The cell with an experiment that knows its place. */
function inStudy({ name, values, experiment }: StudyCell): StudyCell {
  return { name, values, experiment: { ...experiment, cell: { name, values } } };
}
