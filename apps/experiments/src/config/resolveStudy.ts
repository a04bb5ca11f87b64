import { ExperimentSource } from "./ExperimentSource.js";
import type { Overrides } from "./Overrides.js";
import { resolveCell } from "./resolveCell.js";
import type { Study } from "./Study.js";

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
  const raw = source.value();
  const experiment = await resolveCell(source, raw, overrides);
  return {
    name: experiment.name,
    description: experiment.description,
    cells: [{ name: experiment.dataset.id, values: {}, experiment }],
    source: { text, filename, overrides },
    settings: raw as Readonly<Record<string, unknown>>, // resolveCell has parsed it as an object
  };
}
