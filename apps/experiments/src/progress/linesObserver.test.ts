import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import type { RunEvent } from "../run/RunEvent.js";
import { linesObserver } from "./linesObserver.js";

/** The lines about events that come at these seconds. */
function lines(events: readonly (readonly [number, RunEvent])[]): string[] {
  let time = 0;
  const stream = new PassThrough();
  const { observer } = linesObserver(
    stream,
    (_colour, text) => text,
    () => time,
  );
  for (const [seconds, event] of events) {
    time = 1000 * seconds;
    observer(event);
  }
  return String(stream.read() ?? "")
    .split("\n")
    .slice(0, -1);
}

const run = { loss: "focal", seed: 3, cell: "classes=8" };
const epochAt = (epoch: number): RunEvent => ({
  event: "epoch",
  ...run,
  epoch,
  trainingLoss: 0.5,
  validation: 0.25,
});

it("has a line for each finished run, counted over all cells, and for each warning", () => {
  const events: RunEvent[] = [
    { event: "study", cells: 2, runs: 6 },
    { event: "plan", cell: "classes=8", total: 3, complete: 1, metric: "macroF1" },
    { event: "run-kept", ...run, seed: 1, validation: 0.5 },
    { event: "warning", text: "saturated" },
    { event: "run-end", ...run, seconds: 61.26, validation: 0.71239 },
    { event: "run-end", ...run, loss: "random", seconds: 0 },
    { event: "plan", cell: "classes=9", total: 3, complete: 0, metric: "macroF1" },
    { event: "run-failed", ...run, cell: "classes=9", reason: "diverged" },
    { event: "outcome", text: "results: here" },
  ];
  expect(lines(events.map((event) => [0, event]))).toEqual([
    "classes=8: 3 runs, of which 1 are complete",
    "warning: saturated",
    "[2/6] classes=8: focal, seed 3: 61.3 s, validation 0.7124",
    "[3/6] classes=8: random, seed 3: 0.0 s",
    "classes=9: 3 runs",
    "[4/6] classes=9: focal, seed 3: failed: diverged",
    "results: here",
  ]);
});

it("has a line a minute for a run that takes long, with the time that it still takes at most", () => {
  const begin: RunEvent = { event: "run-begin", ...run, epochs: 100 };
  const told = lines([
    [5, begin],
    [5, { event: "run-resume", ...run, epoch: 10 }],
    [15, epochAt(10)],
    [64, epochAt(11)],
    [65, epochAt(39)],
    [66, epochAt(40)],
    [124, epochAt(41)],
    [125, epochAt(69)],
  ]);
  expect(told).toEqual([
    "  classes=8: focal, seed 3: epoch 40 of 100, at most 2 min 0 s left",
    "  classes=8: focal, seed 3: epoch 70 of 100, at most 1 min 0 s left",
  ]);
});

it("has a line every ten seconds for a stage that takes long", () => {
  const progress = (done: number): RunEvent => ({
    event: "progress",
    done,
    total: 100,
    unit: "examples",
  });
  const told = lines([
    [0, { event: "stage", text: "encoding" }],
    [1, progress(1)],
    [9, progress(9)],
    [10, progress(10)],
    [19, progress(19)],
    [20, progress(20)],
  ]);
  expect(told).toEqual([
    "encoding",
    "  10 of 100 examples, 1.0/s, 1 min 30 s left",
    "  20 of 100 examples, 1.0/s, 1 min 20 s left",
  ]);
});
