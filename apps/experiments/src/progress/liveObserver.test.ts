import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { RunEvent } from "../run/RunEvent.js";
import { testTerminal } from "../testing/testTerminal.test.fixture.js";
import { liveObserver } from "./liveObserver.js";

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const run = { loss: "focal", seed: 0 };
const begin: readonly RunEvent[] = [
  { event: "study", cells: 1, runs: 2 },
  { event: "plan", total: 2, complete: 0, metric: "macroF1" },
  { event: "run-begin", ...run, epochs: 100_000 },
];
const epochAt = (epoch: number): RunEvent => ({
  event: "epoch",
  ...run,
  epoch,
  trainingLoss: 0.5,
  validation: 0.25,
});

function start(columns = 70, rows = 12) {
  const terminal = testTerminal(columns, rows);
  const { observer, close } = liveObserver(terminal.stream, (_colour, text) => text);
  for (const event of begin) observer(event);
  /** The emulator works on a timer, too. */
  const emulated = <Result>(result: Promise<Result>) => {
    vi.advanceTimersByTime(1);
    return result;
  };
  return {
    written: terminal.written,
    text: () => emulated(terminal.text()),
    resize: (columns: number, rows: number) => emulated(terminal.resize(columns, rows)),
    observer,
    close,
  };
}

it("has finished runs and warnings as lines above the live ones, and leaves only them", async () => {
  const { observer, close, text } = start();
  vi.advanceTimersByTime(100);
  observer({ event: "warning", text: "saturated" });
  observer({ event: "run-end", ...run, seconds: 2, validation: 0.25 });
  vi.advanceTimersByTime(100);
  expect(await text()).toEqual([
    "2 runs",
    "warning: saturated",
    "[1/2] focal, seed 0: 2.0 s, validation 0.2500",
    "━━━━━━━━━━━━━━━───────────────  1 of 2 runs, 0 s, about 2 s left",
    "best on validation data so far (macroF1):",
    "  0.2500  focal (1 run)",
  ]);
  observer({ event: "run-failed", loss: "focal", seed: 1, reason: "diverged" });
  close();
  close();
  observer({ event: "outcome", text: "results: here" });
  expect((await text()).slice(2)).toEqual([
    "[1/2] focal, seed 0: 2.0 s, validation 0.2500",
    "[2/2] focal, seed 1: failed: diverged",
    "results: here",
  ]);
  expect(vi.getTimerCount()).toBe(0);
});

it("draws ten times a second at most, however many epochs there are, and the last of them", async () => {
  const { observer, close, text, written } = start();
  vi.advanceTimersByTime(100);
  const before = written.length;
  for (let epoch = 0; epoch < 2000; epoch += 1) {
    observer(epochAt(epoch));
    if (epoch % 2 === 1) vi.advanceTimersByTime(1);
  }
  vi.advanceTimersByTime(100);
  // Each drawing is one piece of output.
  expect(written.length - before).toBeLessThanOrEqual(11);
  expect((await text()).at(-1)).toContain("2000/100000");
  close();
});

it("draws where the work leaves no time for timers", async () => {
  const { observer, close, text } = start();
  observer(epochAt(0));
  vi.setSystemTime(Date.now() + 5000);
  observer(epochAt(6));
  expect((await text()).at(-1)).toContain("7/100000");
  close();
});

it("draws each second without events, so that the time is seen to go on", async () => {
  const { close, text } = start();
  vi.advanceTimersByTime(3200);
  expect((await text())[1]).toMatch(/0 of 2 runs, 3 s$/);
  close();
});

it("fits its lines to a terminal that became narrower and lower", async () => {
  const { observer, close, text, resize } = start();
  vi.advanceTimersByTime(100);
  await resize(24, 8);
  vi.advanceTimersByTime(100);
  const drawn = ["2 runs", "──────────  0 of 2 runs", "  focal…eed 0  0/100000"];
  expect(await text()).toEqual(drawn);
  await resize(24, 3);
  observer({ event: "run-begin", loss: "focal", seed: 1, epochs: 9 });
  vi.advanceTimersByTime(100);
  expect(await text()).toEqual([...drawn.slice(0, 2), "  … 2 more"]);
  close();
  expect(await text()).toEqual(["2 runs"]);
});

it("leaves the terminal before a crash ends the process", async () => {
  const { text } = start();
  vi.advanceTimersByTime(100);
  const events: NodeJS.EventEmitter = process; // whose own type does not emit it
  events.emit("uncaughtExceptionMonitor", new Error("boom"), "uncaughtException");
  expect(await text()).toEqual(["2 runs"]);
  expect(vi.getTimerCount()).toBe(0);
});
