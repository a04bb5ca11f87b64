import type { RunEvent } from "../run/RunEvent.js";
import { describeRun } from "./describeRun.js";
import type { Paint } from "./Paint.js";
import type { StudyProgress } from "./StudyProgress.js";

/** The line that an event is worth, once `progress` has noted it; undefined where it is worth none. */
export function describeEvent(
  event: RunEvent,
  { done, total }: StudyProgress,
  paint: Paint,
): string | undefined {
  switch (event.event) {
    case "stage":
    case "outcome":
      return event.text;
    case "warning":
      return `${paint("yellow", "warning:")} ${event.text}`;
    case "plan": {
      const cell = event.cell === undefined ? "" : `${event.cell}: `;
      const complete = event.complete > 0 ? `, of which ${event.complete} are complete` : "";
      return `${cell}${event.total} runs${complete}`;
    }
    case "run-end": {
      const { seconds, validation } = event;
      const reached = validation === undefined ? "" : `, validation ${validation.toFixed(4)}`;
      return `[${done}/${total}] ${describeRun(event)}: ${seconds.toFixed(1)} s${reached}`;
    }
    case "run-failed":
      return `[${done}/${total}] ${describeRun(event)}: ${paint("red", "failed:")} ${event.reason}`;
    default:
      return undefined;
  }
}
