import { RunFolders } from "./RunFolders.js";
import type { RunTasks } from "./RunTasks.js";
import { runTask } from "./runTask.js";

/** Does runs one after the other in this process. */
export const runHere: RunTasks = async (open, tasks, settings, onEnd) => {
  const folders = new RunFolders(settings.out);
  for (const task of tasks) {
    const end = await runTask(open, task, folders, settings);
    if (end === undefined) return;
    await onEnd(end);
  }
};
