import type { RunCounts } from "./PlannedStudy.js";
import type { RunState } from "./RunStates.js";

/** Counts runs by their state. */
export function countRuns(states: readonly RunState[]): RunCounts {
  const count = (wanted: RunState) => states.filter((state) => state === wanted).length;
  const done = count("done");
  return {
    ...{ runs: states.length, done, resumable: count("resumable") },
    toDo: states.length - done,
  };
}
