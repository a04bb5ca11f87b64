import { join } from "node:path";
import type { SplitIndices } from "@sigf1/datasets";
import { type EngineName, useEngine } from "@sigf1/engine";
import type { Experiment } from "../config/resolveExperiment.js";
import { environment } from "../results/environment.js";
import type { Results, RunRecord } from "../results/Results.js";
import { writeAtomically } from "../results/writeAtomically.js";
import { CountHeads } from "./CountHeads.js";
import { encodeParts } from "./encodeParts.js";
import { encoderId } from "./encoderId.js";
import { loadExamples } from "./loadExamples.js";
import { planTasks, type Task } from "./planTasks.js";
import { RunFolders } from "./RunFolders.js";
import type { RunObserver } from "./RunObserver.js";
import { splitExamples } from "./splitExamples.js";

export interface RunSettings {
  /** Folder of the results. */
  readonly out: string;
  /** Mirror folder of data files. */
  readonly data?: string;
  readonly engine?: EngineName | "auto";
  /** Whether ONNX Runtime runs the training steps, where they can be compiled; default true. */
  readonly compile?: boolean;
  /** The command that a reader of the results can repeat. */
  readonly command?: string;
  readonly observer?: RunObserver;
  /** Stops between two batches; finished runs are kept. Before the data are loaded, it throws. */
  readonly signal?: AbortSignal;
}

/**
 * Trains every (loss × seed) of an experiment that `out` does not hold yet, and writes `results.json` anew
 * after each: what is finished can be read at any time, and a second call does only the rest.
 * A run that fails is recorded with its reason, and the others go on.
 */
export async function runExperiment(
  experiment: Experiment,
  { out, data, engine, compile = true, command = "", observer = {}, signal }: RunSettings,
): Promise<Results> {
  const engineName = await useEngine(engine);
  observer.onStage?.(`loading ${experiment.dataset.id}`);
  const examples = await loadExamples(experiment, data, observer, signal);
  const splits = experiment.seeds.map((seed) => splitExamples(experiment, examples, seed));
  const folders = new RunFolders(out);
  const encoder = await encoderId(experiment);
  const { fingerprint } = examples.dataset;
  const tasks = planTasks(experiment, {
    fingerprint,
    encoder,
    engine: engineName,
    compiled: compile,
  });
  const records = new Map<Task, RunRecord>();
  for (const task of tasks) {
    const record = await folders.read(task.identity);
    if (record !== undefined) records.set(task, record);
  }
  observer.onPlan?.(tasks.length, records.size);

  const { decisions, countHead } = experiment;
  const classes = examples.dataset.labels;
  const failures: { loss: string; seed: number; reason: string }[] = [];
  const [{ train, validation, test }] = splits as [SplitIndices];
  const results = (): Results => {
    const finished = tasks.filter((task) => records.has(task));
    return {
      experiment: experiment.name,
      version: 1,
      engine: engineName,
      compiled: compile,
      dataset: examples.statistics,
      skipped: examples.dataset.skipped,
      encoder: { id: encoder },
      split: {
        use: experiment.split.use,
        resampled: examples.dataset.split === undefined,
        train: train.length,
        validation: validation.length,
        test: test.length,
      },
      planned: tasks.length,
      settings: experiment.settings,
      command,
      environment: environment(engineName),
      validationMetric: experiment.validationMetric,
      failures,
      runs: finished.map(({ identity }) => folders.folder(identity)),
      rows: finished.flatMap((task) => records.get(task)?.rows ?? []),
    };
  };
  const save = () =>
    writeAtomically(join(out, "results.json"), `${JSON.stringify(results(), null, 2)}\n`);

  for (const [i, seed] of experiment.seeds.entries()) {
    const open = tasks.filter((task) => task.identity.seed === seed && !records.has(task));
    if (open.length === 0) continue;
    observer.onStage?.(`encoding, seed ${seed}`);
    const split = splits[i]!; // one per seed
    const parts = await encodeParts(experiment, examples, split, observer, signal).catch(
      (error) => {
        if (!signal?.aborted) throw error;
      },
    );
    if (parts === undefined) return results();
    const countHeads = countHead && new CountHeads(countHead);
    try {
      for (const task of open) {
        if (signal?.aborted) return results();
        const { loss } = task.identity;
        try {
          const context = { parts, classes, decisions, countHeads, observer, signal };
          const outcome = await task.run(context);
          await folders.write(task.identity, outcome);
          const { record } = outcome;
          records.set(task, record);
          await save();
          observer.onRunEnd?.(loss, seed, record.seconds);
        } catch (error) {
          if (signal?.aborted) return results();
          const reason = error instanceof Error ? error.message : String(error);
          failures.push({ loss, seed, reason });
          await save();
          observer.onRunFailed?.(loss, seed, reason);
        }
      }
    } finally {
      await parts.close();
    }
  }
  await save();
  return results();
}
