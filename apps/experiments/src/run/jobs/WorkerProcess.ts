import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { RunObserver } from "../RunEvent.js";
import type { FromWorker, ToWorker, WorkerStart, WorkerTask } from "./messages.js";

/** What became of a run that a process was sent. */
export type WorkerEnd =
  | Exclude<FromWorker, { readonly type: "event" }>
  /** The process ended in the middle of the run: another may have more luck. */
  | { readonly type: "died"; readonly reason: string };

/** Milliseconds that a process has to stop by itself. */
const PATIENCE = 10_000;

/** A process that does runs one after the other; one that dies is replaced for the next run. */
export class WorkerProcess {
  /** Seed of the last run: its features are encoded. */
  seed: number | undefined;
  #child: ChildProcess | undefined;

  /** @param program the module that the process runs; default `worker.js` */
  constructor(
    private readonly start: WorkerStart,
    private readonly program = new URL("worker.js", import.meta.url),
  ) {}

  /** Does a run. One whose process dies can be tried again. */
  run(task: WorkerTask, observer: RunObserver): Promise<WorkerEnd> {
    const child = this.#running();
    return new Promise((resolve) => {
      const end = (result: WorkerEnd) => {
        child.off("message", onMessage).off("exit", onExit);
        resolve(result);
      };
      const onMessage = (message: FromWorker) => {
        if (message.type === "event") observer(message.event);
        else end(message);
      };
      const onExit = (code: number | null, signal: NodeJS.Signals | null) => {
        this.#child = undefined;
        this.seed = undefined;
        end({ type: "died", reason: `its process ended (${signal ?? `exit code ${code}`})` });
      };
      child.on("message", onMessage).on("exit", onExit);
      send(child, { type: "run", ...task });
    });
  }

  /** Lets the run in hand stop between two batches. */
  stop(): void {
    if (this.#child !== undefined) send(this.#child, { type: "stop" });
  }

  /** Ends the process; where it does not stop, by force. */
  async close(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, "exit");
    const force = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
    child.disconnect();
    await exit;
    clearTimeout(force);
  }

  #running(): ChildProcess {
    if (this.#child !== undefined) return this.#child;
    const child = fork(fileURLToPath(this.program), {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    send(child, { type: "start", ...this.start });
    this.#child = child;
    return child;
  }
}

/** A process that has just died cannot be told; its `exit` event says so. */
function send(child: ChildProcess, message: ToWorker): void {
  child.send(message, () => {});
}
