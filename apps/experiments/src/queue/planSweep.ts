import { createHash } from "node:crypto";
import { useEngine } from "@sigf1/engine";
import type { Study, StudyCell } from "../config/Study.js";
import { cellFolder } from "../run/cellFolder.js";
import { OpenExperiment, type WorkSettings } from "../run/OpenExperiment.js";
import { runFolderName } from "../run/RunIdentity.js";
import { SharedInputs } from "../run/SharedInputs.js";
import type { WorkContext } from "../run/WorkContext.js";
import type { Sweep, SweepCell } from "./Sweep.js";

/**
 * Opens each cell of a study to know its runs. The same study on the same data gives the same sweep.
 * @throws as a cell that cannot be opened: its data must be here
 */
export async function planSweep(
  study: Study,
  settings: WorkSettings,
  context: WorkContext,
  command: string,
): Promise<Sweep> {
  const { models: _models, ...overrides } = study.source.overrides;
  const source = { ...study.source, overrides };
  const engine = await useEngine(settings.engine);
  const inputs = new SharedInputs(settings.data);
  const cells: SweepCell[] = [];
  for (const cell of study.cells) {
    cells.push(
      await planCell(cell, cellFolder(study, cell.name), { ...settings, engine }, context, inputs),
    );
  }
  // As it is here, since runs are named by it.
  const compile = cells.every(({ facts }) => facts.compiled);
  const runs = cells.map(({ name, runs }) => [name, runs.map(runFolderName)]);
  const digest = createHash("sha256")
    .update(JSON.stringify([source, engine, compile, runs]))
    .digest("hex");
  return {
    id: `${study.name}-${digest.slice(0, 8)}`,
    study: { name: study.name, settings: study.settings },
    ...{ source, engine, compile, command, cells },
    submitted: new Date().toISOString(),
  };
}

async function planCell(
  { name, values, experiment }: StudyCell,
  folder: string,
  settings: WorkSettings,
  context: WorkContext,
  inputs: SharedInputs,
): Promise<SweepCell> {
  const open = await OpenExperiment.open(experiment, settings, context, inputs);
  const { name: of, cell, settings: stated, validationMetric } = experiment;
  try {
    return {
      ...{ name, values, folder },
      experiment: { name: of, ...(cell && { cell }), settings: stated, validationMetric },
      facts: open.facts,
      runs: open.tasks.map(({ identity }) => identity),
    };
  } finally {
    await open.close();
  }
}
