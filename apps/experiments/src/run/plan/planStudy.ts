import { join } from "node:path";
import { useEngine } from "@sigf1/engine";
import type { Study, StudyCell } from "../../config/Study.js";
import { canCompile } from "../canCompile.js";
import { cellFolder } from "../cellFolder.js";
import type { WorkSettings } from "../OpenExperiment.js";
import { planTasks } from "../planTasks.js";
import { SharedInputs } from "../SharedInputs.js";
import type { WorkContext } from "../WorkContext.js";
import { countRuns } from "./countRuns.js";
import { estimateRows } from "./estimateRows.js";
import type { PlannedCell, PlannedStudy, RemainingTime } from "./PlannedStudy.js";
import { RunStates } from "./RunStates.js";

export interface PlanSettings extends WorkSettings, WorkContext {
  /** Folder of the results, which need not exist. */
  readonly out: string;
}

/**
 * Every run of a study: whether it is done in `out`, and how long the others will take. Nothing is trained or encoded,
 * but the datasets are loaded, since a run is known by what its data are.
 * @throws as `loadExamples`, where data are missing
 */
export async function planStudy(study: Study, settings: PlanSettings): Promise<PlannedStudy> {
  const { out, engine, compile = true, observer } = settings;
  const engineName = await useEngine(engine);
  const compiled = compile && (await canCompile(observer));
  const inputs = new SharedInputs(settings.data, Number.POSITIVE_INFINITY);
  const plan = async ({ name, values, experiment }: StudyCell): Promise<PlannedCell> => {
    const folder = cellFolder(study, name);
    const dataset = await inputs.of(experiment, settings);
    const { statistics } = dataset.examples;
    const { fingerprint } = dataset.examples.dataset;
    const encoder = await dataset.encoder(experiment);
    const circumstances = { fingerprint, encoder: encoder.id, engine: engineName, compiled };
    const states = await RunStates.read(join(out, folder));
    const tasks = planTasks(experiment, circumstances).map(({ identity }) => ({
      identity,
      state: states.of(identity),
    }));
    const { width } = encoder;
    const [seed = 0] = experiment.seeds;
    const size = width !== undefined && {
      examples: dataset.splitSizes(experiment, seed).train,
      ...{ width, classes: statistics.classes },
    };
    const secondsOf = states.seconds.bind(states);
    const rows = await estimateRows(experiment, tasks, secondsOf, size || undefined);
    return {
      ...{ name, values, folder, dataset: statistics, encoder: encoder.id },
      ...countRuns(tasks.map(({ state }) => state)),
      rows,
      remaining: sum(
        rows.map(({ seconds, basis, toDo }) => ({
          seconds: (seconds ?? 0) * toDo,
          bySize: toDo > 0 && basis?.from === "size",
          unknownRuns: seconds === undefined ? toDo : 0,
        })),
      ),
    };
  };
  const cells: PlannedCell[] = [];
  for (const cell of study.cells) cells.push(await plan(cell));
  const total = (key: "runs" | "done" | "resumable" | "toDo") =>
    cells.reduce((count, cell) => count + cell[key], 0);
  return {
    ...{ experiment: study.name, out, engine: engineName, compiled },
    ...{ runs: total("runs"), done: total("done"), resumable: total("resumable") },
    toDo: total("toDo"),
    cells,
    remaining: sum(cells.map(({ remaining }) => remaining)),
  };
}

function sum(times: readonly RemainingTime[]): RemainingTime {
  return times.reduce(
    (all, { seconds, bySize, unknownRuns }) => ({
      seconds: all.seconds + seconds,
      bySize: all.bySize || bySize,
      unknownRuns: all.unknownRuns + unknownRuns,
    }),
    { seconds: 0, bySize: false, unknownRuns: 0 },
  );
}
