import { MultiBar, Presets, type SingleBar } from "cli-progress";
import type { RunObserver } from "../run/RunObserver.js";
import { describeProgress } from "./describeProgress.js";
import { Pace } from "./Pace.js";

/** An observer that holds the terminal until it is closed. */
export interface TerminalObserver extends RunObserver {
  close(): void;
}

/** Milliseconds between two lines about one stage. */
const LINE_EVERY = 10_000;

/**
 * Shows progress: bars where the stream is a terminal, else a line for each finished run, and every 10 s for a stage
 * that takes long. Both say how fast a stage goes on and how long the rest takes.
 */
export function terminalObserver(stream: NodeJS.WriteStream): TerminalObserver {
  return stream.isTTY ? bars(stream) : lines(stream);
}

function lines(stream: NodeJS.WriteStream): TerminalObserver {
  const say = (text: string) => stream.write(`${text}\n`);
  let total = 0;
  let done = 0;
  let pace = new Pace(Date.now);
  let lastLine = Date.now();
  return {
    onStage(text) {
      pace = new Pace(Date.now);
      lastLine = Date.now();
      say(text);
    },
    onProgress(amount, all, unit) {
      const measured = pace.mark(amount, all);
      if (Date.now() - lastLine < LINE_EVERY) return;
      lastLine = Date.now();
      say(`  ${describeProgress(amount, all, unit, measured)}`);
    },
    onWarning: (text) => say(`warning: ${text}`),
    onPlan(planned, complete) {
      total = planned;
      done = complete;
      say(`${planned} runs${complete > 0 ? `, of which ${complete} are complete` : ""}`);
    },
    onRunEnd(loss, seed, seconds) {
      done += 1;
      say(`[${done}/${total}] ${loss}, seed ${seed}: ${seconds.toFixed(1)} s`);
    },
    onRunFailed(loss, seed, reason) {
      done += 1;
      say(`[${done}/${total}] ${loss}, seed ${seed}: failed: ${reason}`);
    },
    close() {},
  };
}

function bars(stream: NodeJS.WriteStream): TerminalObserver {
  const multi = new MultiBar(
    {
      stream,
      hideCursor: true,
      clearOnComplete: true,
      format: "{label} {bar} {value}/{total} {note}",
    },
    Presets.shades_grey,
  );
  let runs: SingleBar | undefined;
  let epochs: SingleBar | undefined;
  const label = (text: string) => text.padEnd(28);
  const finish = () => {
    runs?.increment();
    if (epochs !== undefined) multi.remove(epochs);
    epochs = undefined;
  };
  const log = (text: string) => multi.log(`${text}\n`);
  let stage = "";
  let pace = new Pace(Date.now);
  let steps: SingleBar | undefined;
  const endStage = () => {
    if (steps !== undefined) multi.remove(steps);
    steps = undefined;
  };
  return {
    onStage(text) {
      endStage();
      stage = text;
      pace = new Pace(Date.now);
      log(text);
    },
    onProgress(done, total, unit) {
      const format = "{label} {bar} {note}";
      steps ??= multi.create(total, 0, { label: label(stage), note: "" }, { format });
      steps.update(done, { note: describeProgress(done, total, unit, pace.mark(done, total)) });
      if (done >= total) endStage();
    },
    onWarning: (text) => log(`warning: ${text}`),
    onPlan(total, complete) {
      runs = multi.create(total, complete, { label: label("runs"), note: "" });
    },
    onRunBegin(loss, seed, total) {
      epochs = multi.create(total, 0, { label: label(`${loss}, seed ${seed}`), note: "" });
    },
    onEpoch(epoch, loss, validation) {
      const note = `loss ${loss.toPrecision(4)}, validation ${validation.toFixed(3)}`;
      epochs?.update(epoch + 1, { note });
    },
    onRunEnd: finish,
    onRunFailed(loss, seed, reason) {
      log(`${loss}, seed ${seed}: failed: ${reason}`);
      finish();
    },
    close: () => multi.stop(),
  };
}
