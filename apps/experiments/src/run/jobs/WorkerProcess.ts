import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { RunObserver } from "../RunEvent.js";
import type { FromWorker, ToWorker, WorkerStart, WorkerTask } from "./messages.js";
import type { InHand } from "./TaskQueue.js";

/** What became of a run that a process was sent. */
export type WorkerEnd =
  | Exclude<FromWorker, { readonly type: "event" }>
  /** The process ended in the middle of the run: another may have more luck. */
  | { readonly type: "died"; readonly reason: string };

/**
 * For as many processes as cores, none of which is left for a collector's helper threads: one thread collects, and more
 * rarely. 15 seeds of cancer-hallmarks with `--jobs 2` on two cores took 29 s with these and 33 s without.
 */
const LEAN = ["--single-threaded-gc", "--max-semi-space-size=64"];

/** Milliseconds that a process has to stop by itself. */
const PATIENCE = 5000;

/** How a process is begun and ended; a test has its own. */
export interface ProcessSettings {
  /** The module that the process runs; default `worker.js`. */
  readonly program?: URL;
  /** Milliseconds that it has to stop by itself; default 5000. */
  readonly patience?: number;
}

/** A process that does runs one after the other; one that dies is replaced for the next run. */
export class WorkerProcess {
  /** What its last run needed. */
  last: InHand | undefined;
  #child: ChildProcess | undefined;
  readonly #program: URL;
  readonly #patience: number;

  constructor(
    private readonly start: WorkerStart,
    settings: ProcessSettings = {},
  ) {
    this.#program = settings.program ?? new URL("worker.js", import.meta.url);
    this.#patience = settings.patience ?? PATIENCE;
  }

  /** Does a run. One whose process dies can be tried again. */
  run(task: WorkerTask, observer: RunObserver): Promise<WorkerEnd> {
    const child = this.#running();
    return new Promise((resolve) => {
      const end = (result: WorkerEnd) => {
        child.off("message", onMessage).off("exit", onExit).off("error", onError);
        resolve(result);
      };
      const onMessage = (message: FromWorker) => {
        if (message.type === "event") observer(message.event);
        else end(message);
      };
      const onExit = (code: number | null, signal: NodeJS.Signals | null) =>
        end({ type: "died", reason: `its process ended (${signal ?? `exit code ${code}`})` });
      const onError = ({ message }: Error) =>
        end({ type: "died", reason: `its process failed (${message})` });
      child.on("message", onMessage).on("exit", onExit).on("error", onError);
      send(child, { type: "run", ...task });
    });
  }

  /** Lets the run in hand stop between two batches; ends it by force where it does not. There are no runs after it. */
  stop(): void {
    const child = this.#child;
    if (child === undefined) return;
    send(child, { type: "stop" });
    this.#endInTime(child);
  }

  /** Ends the process; where it does not stop, by force. */
  async close(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    const exit = once(child, "exit");
    this.#endInTime(child);
    if (child.connected) child.disconnect();
    await exit;
  }

  #endInTime(child: ChildProcess): void {
    const force = setTimeout(() => child.kill("SIGKILL"), this.#patience);
    child.once("exit", () => clearTimeout(force));
  }

  #running(): ChildProcess {
    if (this.#child?.connected) return this.#child;
    const child = fork(fileURLToPath(this.#program), {
      execArgv: [...process.execArgv, ...LEAN],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const forget = () => {
      if (this.#child !== child) return;
      this.#child = undefined;
      this.last = undefined;
    };
    child.on("exit", forget).on("error", forget);
    send(child, { type: "start", ...this.start });
    this.#child = child;
    return child;
  }
}

/** A process that has just died, or could not be begun, cannot be told; its `exit` or `error` event says so. */
function send(child: ChildProcess, message: ToWorker): void {
  if (child.connected) child.send(message, () => {});
}
