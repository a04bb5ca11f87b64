import { ConfigurationError } from "./ConfigurationError.js";
import type { Experiment } from "./Experiment.js";
import type { Overrides } from "./Overrides.js";
import { resolveStudy } from "./resolveStudy.js";

export type { Experiment } from "./Experiment.js";
export type { Overrides } from "./Overrides.js";

/**
 * Checks an experiment file of one cell down to the options of every unit that it names.
 * @throws ConfigurationError naming the file, the line and the key, or the cells where there are several
 */
export async function resolveExperiment(
  text: string,
  filename: string,
  overrides: Overrides = {},
): Promise<Experiment> {
  const { cells } = await resolveStudy(text, filename, overrides);
  const [cell, ...others] = cells;
  if (cell !== undefined && others.length === 0) return cell.experiment;
  const names = cells.map(({ name }) => name).join(", ");
  throw new ConfigurationError(
    `${filename}: has ${cells.length} cells (${names}): take resolveStudy for it`,
  );
}
