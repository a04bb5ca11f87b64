import type { Task } from "./planTasks.js";

/** What became of a run. */
export type TaskEnd =
  | { readonly task: Task; readonly seconds: number }
  | { readonly task: Task; readonly reason: string };
