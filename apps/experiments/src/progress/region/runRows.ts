import cliTruncate from "cli-truncate";
import stringWidth from "string-width";
import { describeDuration } from "../describeDuration.js";
import { describeRun } from "../describeRun.js";
import type { Paint } from "../Paint.js";
import { runTimeLeft } from "../runTimeLeft.js";
import type { RunningRun } from "../StudyProgress.js";
import { bar } from "./bar.js";

/** Columns between two cells of a row. */
const GAP = 2;
/** Share of the columns that a run's name gets at least, where it is cut short. */
const NAME_SHARE = 0.4;
/** Columns of a bar at least. */
const LEAST_BAR = 6;
const MOST_BAR = 20;

type Cell = (run: RunningRun, now: number) => string;

/** What a row says of a run after its name, in this order. */
const cells: Readonly<Record<"epochs" | "loss" | "validation" | "left", Cell>> = {
  epochs: ({ done, epochs, trial, trials }) => {
    const search = trials === undefined ? "" : `trial ${trial + 1}/${trials} `;
    return epochs > 0 ? `${search}${done}/${epochs}` : "";
  },
  loss: ({ last }) => (last === undefined ? "" : `loss ${last.trainingLoss.toPrecision(4)}`),
  validation: ({ last }) => (last === undefined ? "" : `val ${last.validation.toFixed(4)}`),
  left: (run, now) => {
    const left = runTimeLeft(run, now);
    return left === undefined ? "" : `at most ${describeDuration(left)} left`;
  },
};

/** What is left out where there is no room, first to last. */
const dispensable: readonly (keyof typeof cells)[] = ["left", "loss", "validation"];

/** A row for each run that is under way: its name, epochs and figures, with a bar where there is room. */
export function runRows(
  runs: readonly RunningRun[],
  columns: number,
  now: number,
  paint: Paint,
): string[] {
  const names = runs.map(({ name }) => describeRun(name));
  const table = Object.entries(cells).map(([key, cell]) => {
    const texts = runs.map((run) => cell(run, now));
    return { key, texts, width: widest(texts) };
  });
  const leastName = Math.min(widest(names), Math.floor(NAME_SHARE * columns));
  const roomBeside = (shown: typeof table) =>
    shown.reduce((room, { width }) => room - (width > 0 ? width + GAP : 0), columns - GAP);
  const choices = dispensable.map((_, i) => dispensable.slice(0, i));
  const shown =
    choices
      .map((left) => table.filter(({ key }) => left.every((other) => other !== key)))
      .find((some) => roomBeside(some) >= leastName) ?? table.filter(({ key }) => key === "epochs");
  const room = roomBeside(shown);
  const nameWidth = Math.max(1, Math.min(widest(names), room));
  const barWidth = Math.min(MOST_BAR, room - nameWidth - GAP);
  const filled = shown.filter(({ width }) => width > 0);
  return runs.map(({ done, epochs }, i) => {
    const name = cliTruncate(names[i] ?? "", nameWidth, { position: "middle" });
    const row = [pad(name, nameWidth)];
    if (barWidth >= LEAST_BAR) {
      row.push(epochs > 0 ? bar(done / epochs, barWidth, paint) : " ".repeat(barWidth));
    }
    for (const { texts, width } of filled) row.push((texts[i] ?? "").padStart(width));
    return `  ${row.join(" ".repeat(GAP))}`.trimEnd();
  });
}

const widest = (texts: readonly string[]) =>
  texts.reduce((width, text) => Math.max(width, stringWidth(text)), 0);

const pad = (text: string, width: number) => text + " ".repeat(width - stringWidth(text));
