import { describe, expect, it } from "vitest";
import type { RunEvent } from "../../run/RunEvent.js";
import type { Paint } from "../Paint.js";
import { StudyProgress } from "../StudyProgress.js";
import { renderRegion } from "./renderRegion.js";

const noColours: Paint = (_colour, text) => text;

/** What a terminal of that size shows 100 s after these events, each of which comes 10 s after the one before. */
function render(events: readonly RunEvent[], columns: number, rows = 24, paint = noColours) {
  let time = 0;
  const progress = new StudyProgress(() => time);
  for (const event of events) {
    progress.note(event);
    time += 10_000;
  }
  return renderRegion(progress, { columns, rows }, 100_000, paint);
}

const sigmoid = { loss: "sigmoid-f1", seed: 2 };
const focal = { loss: "focal", seed: 10 };

const study: readonly RunEvent[] = [
  { event: "study", cells: 1, runs: 45 },
  { event: "plan", total: 45, complete: 3, metric: "macroF1" },
  { event: "run-kept", loss: "focal", seed: 0, validation: 0.5 },
  { event: "run-kept", loss: "focal", seed: 1, validation: 0.75 },
  { event: "run-kept", loss: "random", seed: 0 },
  { event: "run-end", loss: "sigmoid-f1", seed: 0, seconds: 40, validation: 0.71239 },
  { event: "run-failed", loss: "sigmoid-f1", seed: 1, reason: "diverged" },
  { event: "run-begin", ...sigmoid, epochs: 200 }, // after 70 s
  { event: "epoch", ...sigmoid, epoch: 99, trainingLoss: 0.43211, validation: 0.7 },
  { event: "run-begin", ...focal, epochs: 100 }, // after 90 s
];

describe("renderRegion", () => {
  it("shows how far the study is, the best so far, and each run under way with what it may still take", () => {
    expect(render(study, 120)).toEqual([
      "━━━───────────────────────────  5 of 45 runs, 1 failed, 1 min 40 s, about 13 min 0 s left",
      "best on validation data so far (macroF1):",
      "  0.7124  sigmoid-f1 (1 run)",
      "  0.6250  focal (mean of 2 runs)",
      "  sigmoid-f1, seed 2  ━━━━━━━━━━──────────  100/200  loss 0.4321  val 0.7000  at most 30 s left",
      "  focal, seed 10      ────────────────────    0/100",
    ]);
  });

  it("keeps the runs of a cell that are under way when the next is begun, and shows the best of the latter", () => {
    const cells: readonly RunEvent[] = ["a", "b"].flatMap((cell) => [
      { event: "plan", total: 2, complete: 1, metric: "macroF1", cell },
      { event: "run-kept", ...focal, cell, validation: cell === "a" ? 0.5 : 0.25 },
      { event: "run-begin", ...sigmoid, epochs: 200, cell },
    ]);
    const end = { ...sigmoid, cell: "a", seconds: 1, validation: 0.75 };
    const shown = render([{ event: "study", cells: 2, runs: 4 }, ...cells], 120).join("\n");
    expect(shown.match(/sigmoid-f1, seed 2/g)).toHaveLength(2);
    const ended = render(
      [{ event: "study", cells: 2, runs: 4 }, ...cells, { event: "run-end", ...end }],
      120,
    ).join("\n");
    expect(ended).toContain("3 of 4 runs");
    expect(ended.match(/sigmoid-f1, seed 2/g)).toHaveLength(1);
    expect(ended).toContain("0.2500  focal (1 run)");
    expect(ended).not.toContain("0.7500");
  });

  it("leaves out what 80 columns have no room for", () => {
    expect(render(study, 80)).toEqual([
      "━━──────────────────  5 of 45 runs, 1 failed, 1 min 40 s, about 13 min 0 s left",
      "best on validation data so far (macroF1):",
      "  0.7124  sigmoid-f1 (1 run)",
      "  0.6250  focal (mean of 2 runs)",
      "  sigmoid-f1, seed 2  100/200  loss 0.4321  val 0.7000  at most 30 s left",
      "  focal, seed 10        0/100",
    ]);
  });

  it("keeps names, epochs and the validation figure, and times before bars, in 40 columns", () => {
    expect(render(study, 40)).toEqual([
      "5/45, 1 failed, about 13 min 0 s left",
      "best on validation data so far (macroF…",
      "  0.7124  sigmoid-f1 (1 run)",
      "  0.6250  focal (mean of 2 runs)",
      "  sigmoid-… seed 2  100/200  val 0.7000",
      "  focal, seed 10      0/100",
    ]);
  });

  it("cuts a long name in its middle, so that its seed is seen", () => {
    const loss = "sigmoid-f1 beta=10 batchSize=256 hidden=[64,64]";
    const begin = { event: "run-begin", loss, seed: 12, epochs: 100 } as const;
    expect(render([begin], 40)).toEqual(["  sigmoid-f1 beta…4,64], seed 12  0/100"]);
  });

  it.each([20, 40, 41, 60, 80, 100, 120, 200])("has no line as wide as %i columns", (columns) => {
    for (const line of render(study, columns)) expect(line.length).toBeLessThan(columns);
  });

  it("leaves out the worse, then the best, then runs where rows are few, and the last row for the cursor", () => {
    const shown = (rows: number) => render(study, 80, rows).map((line) => line.trim().slice(0, 12));
    const [whole, best] = ["━━──────────", "best on vali"];
    expect(shown(6)).toEqual([whole, best, "0.7124  sigm", "sigmoid-f1, ", "focal, seed "]);
    expect(shown(5)).toEqual([whole, "sigmoid-f1, ", "focal, seed "]);
    expect(shown(3)).toEqual([whole, "… 2 more"]);
    expect(shown(2)).toEqual([whole]);
    expect(shown(1)).toEqual([]);
  });

  it("says which cell it is at, and begins the best anew with each", () => {
    const cells: RunEvent[] = [
      { event: "study", cells: 3, runs: 9 },
      { event: "plan", cell: "a", total: 3, complete: 3, metric: "macroF1" },
      { event: "run-kept", cell: "a", loss: "focal", seed: 0, validation: 0.9 },
      { event: "plan", cell: "b", total: 3, complete: 0, metric: "microF1" },
      { event: "run-begin", cell: "b", ...focal, epochs: 10 },
    ];
    expect(render(cells, 80)).toEqual([
      "━━━━━━━━━━────────────────────  3 of 9 runs, cell 2 of 3, 1 min 40 s",
      "  b: focal, seed 10  ────────────────────  0/10",
    ]);
  });

  it("shows how far the stage before training is, until a run begins", () => {
    const stage: RunEvent[] = [
      { event: "stage", text: "fetching" },
      { event: "progress", done: 0, total: 4e6, unit: "bytes" },
      { event: "progress", done: 1e6, total: 4e6, unit: "bytes" },
    ];
    expect(render(stage, 80)).toEqual([
      "━━━━━━━━──────────────────────  1.0 of 4.0 MB, 0.10 MB/s, 30 s left",
    ]);
    expect(render([...stage, { event: "stage", text: "encoding" }], 80)).toEqual([]);
  });

  it("says at which trial a run is that searches its settings, and no time, which depends on the search", () => {
    const searching: RunEvent[] = [
      { event: "run-begin", ...focal, epochs: 100, trials: 20 },
      { event: "epoch", ...focal, trial: 3, epoch: 24, trainingLoss: 0.5, validation: 0.25 },
    ];
    expect(render(searching, 80)).toEqual([
      "  focal, seed 10  ━━━━─────────────  trial 4/20 25/100  loss 0.5000  val 0.2500",
    ]);
  });

  it("colours bars and failures and changes no text by that", () => {
    const painted = render(study, 80, 24, (colour, text) => `\x1b[${colour.length}m${text}\x1b[0m`);
    expect(painted[0]).toContain("\x1b[3m1 failed\x1b[0m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those of a colour
    const plain = painted.map((line) => line.replaceAll(/\x1b\[\d+m/g, ""));
    expect(plain).toEqual(render(study, 80));
  });
});
