import { join } from "node:path";
import { useEngine } from "@sigf1/engine";
import type { Experiment } from "../../config/Experiment.js";
import type { Study, StudyCell } from "../../config/Study.js";
import { canCompile } from "../canCompile.js";
import { type Examples, loadExamples } from "../loadExamples.js";
import type { WorkContext, WorkSettings } from "../OpenExperiment.js";
import { planTasks } from "../planTasks.js";
import { splitExamples } from "../splitExamples.js";
import { countRuns } from "./countRuns.js";
import { encoderFacts } from "./encoderFacts.js";
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
  const load = loadOnce(settings);
  const plan = async ({ name, values, experiment }: StudyCell): Promise<PlannedCell> => {
    const folder = study.cells.length > 1 ? name : ".";
    const examples = await load(experiment);
    const { fingerprint } = examples.dataset;
    const encoder = await encoderFacts(experiment, examples);
    const circumstances = { fingerprint, encoder: encoder.id, engine: engineName, compiled };
    const states = await RunStates.read(join(out, folder));
    const tasks = planTasks(experiment, circumstances).map(({ identity }) => ({
      identity,
      state: states.of(identity),
    }));
    const { width } = encoder;
    const [seed = 0] = experiment.seeds;
    const size = width !== undefined && {
      examples: splitExamples(experiment, examples, seed).train.length,
      ...{ width, classes: examples.statistics.classes },
    };
    const secondsOf = states.seconds.bind(states);
    const rows = await estimateRows(experiment, tasks, secondsOf, size || undefined);
    return {
      ...{ name, values, folder, dataset: examples.statistics, encoder: encoder.id },
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

/** Loads the data that several cells share once. */
function loadOnce({
  data,
  observer,
  signal,
}: PlanSettings): (experiment: Experiment) => Promise<Examples> {
  const loaded = new Map<string, Promise<Examples>>();
  return (experiment) => {
    const { dataset, datasetOptions, split } = experiment;
    const key = JSON.stringify([dataset.id, datasetOptions, split.use]);
    const examples = loaded.get(key) ?? loadExamples(experiment, data, observer, signal);
    loaded.set(key, examples);
    return examples;
  };
}
