import type { OpenExperiment } from "./OpenExperiment.js";
import type { Task } from "./planTasks.js";
import type { RunObserver } from "./RunEvent.js";
import type { RunSettings } from "./RunSettings.js";

/** What became of a run. */
export type TaskEnd =
  | { readonly task: Task; readonly seconds: number }
  | { readonly task: Task; readonly reason: string };

/** Does runs and keeps their files in the experiment's folder; tells of each as it ends. Rejects where none can go on. */
export type RunTasks = (
  open: OpenExperiment,
  tasks: readonly Task[],
  settings: RunSettings & { readonly observer: RunObserver },
  onEnd: (end: TaskEnd) => Promise<void>,
) => Promise<void>;
