import type { RunEvent, RunObserver } from "../run/RunEvent.js";
import { describeProgress } from "./describeProgress.js";
import { Pace } from "./Pace.js";

/** An observer that holds the terminal until it is closed. */
export interface TerminalObserver {
  readonly observer: RunObserver;
  close(): void;
}

/** Milliseconds between two lines about one stage. */
const LINE_EVERY = 10_000;

/** Shows progress: a line for each finished run, and every 10 s for a stage that takes long. */
export function terminalObserver(stream: NodeJS.WriteStream): TerminalObserver {
  const say = (text: string) => stream.write(`${text}\n`);
  let total = 0;
  let done = 0;
  let pace = new Pace(Date.now);
  let lastLine = Date.now();
  const observer = (event: RunEvent): void => {
    switch (event.event) {
      case "stage":
        pace = new Pace(Date.now);
        lastLine = Date.now();
        say(event.text);
        break;
      case "progress": {
        const measured = pace.mark(event.done, event.total);
        if (Date.now() - lastLine < LINE_EVERY) return;
        lastLine = Date.now();
        say(`  ${describeProgress(event.done, event.total, event.unit, measured)}`);
        break;
      }
      case "warning":
        say(`warning: ${event.text}`);
        break;
      case "plan": {
        total = event.total;
        done = event.complete;
        say(`${total} runs${done > 0 ? `, of which ${done} are complete` : ""}`);
        break;
      }
      case "run-end":
        done += 1;
        say(`[${done}/${total}] ${event.loss}, seed ${event.seed}: ${event.seconds.toFixed(1)} s`);
        break;
      case "run-failed":
        done += 1;
        say(`[${done}/${total}] ${event.loss}, seed ${event.seed}: failed: ${event.reason}`);
        break;
    }
  };
  return { observer, close() {} };
}
