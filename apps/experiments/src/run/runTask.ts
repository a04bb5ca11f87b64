import { performance } from "node:perf_hooks";
import type { OpenExperiment } from "./OpenExperiment.js";
import type { Task } from "./planTasks.js";
import type { RunFolders } from "./RunFolders.js";
import type { TaskEnd } from "./TaskEnd.js";
import type { WorkContext } from "./WorkContext.js";

/** Seconds between two checkpoints of a run. */
const CHECKPOINT_EVERY = 20;

/**
 * Does a run, going on from its checkpoint, and keeps its files. A run that fails is told of; where the signal stopped
 * it, nothing is.
 * @throws where its seed cannot be encoded: no other run of the seed could be done
 */
export async function runTask(
  open: OpenExperiment,
  task: Task,
  folders: RunFolders,
  {
    checkpointEvery = CHECKPOINT_EVERY,
    ...context
  }: WorkContext & { readonly checkpointEvery?: number },
): Promise<TaskEnd | undefined> {
  const { signal } = context;
  try {
    signal?.throwIfAborted();
    await open.prepare(task, context);
  } catch (error) {
    if (signal?.aborted) return undefined;
    throw error;
  }
  const start = performance.now();
  try {
    const journal = folders.journal(task.identity, checkpointEvery);
    await folders.write(task.identity, await open.run(task, context, journal));
    return { task, seconds: (performance.now() - start) / 1000 };
  } catch (error) {
    if (signal?.aborted) return undefined;
    return { task, reason: error instanceof Error ? error.message : String(error) };
  }
}
