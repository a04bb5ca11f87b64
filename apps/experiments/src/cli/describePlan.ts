import { encoderNames } from "../report/words/encoderNames.js";
import type {
  EstimateBasis,
  PlannedCell,
  PlannedStudy,
  RemainingTime,
  RunCounts,
} from "../run/plan/PlannedStudy.js";

const WIDTHS = { least: 20, most: 60 };

/**
 * A plan as a page of text: a table of the losses for each cell, and what is left to do.
 * @param jobs runs at the same time
 */
export function describePlan(plan: PlannedStudy, jobs: number): string {
  const { cells, remaining, experiment, out } = plan;
  const several = cells.length > 1;
  const head = `${experiment}: ${several ? `${cells.length} cells, ` : ""}${counts(plan)}`;
  const encoders = encoderNames(cells.map(({ encoder }) => encoder));
  return [
    ...cells.flatMap((cell, i) => [...cellTable(cell, encoders[i] ?? cell.encoder), ""]),
    head,
    ...(plan.toDo > 0 ? [timeLeft(remaining, jobs)] : []),
    `results: ${out}`,
    "",
  ].join("\n");
}

function cellTable({ name, dataset, rows }: PlannedCell, encoder: string): string[] {
  const { id, examples, classes } = dataset;
  const longest = Math.max(WIDTHS.least, ...rows.map(({ loss }) => loss.length));
  const width = Math.min(WIDTHS.most, longest) + 2;
  const line = (loss: string, figures: readonly string[], basis = "") => {
    const short = loss.length > WIDTHS.most ? `${loss.slice(0, WIDTHS.most - 1)}…` : loss;
    const columns = figures.map((figure) => figure.padStart(8)).join("");
    return `${short.padEnd(width)}${columns}  ${basis}`.trimEnd();
  };
  return [
    `${name}: ${id}, ${examples.toLocaleString("en-US")} examples, ${classes} classes; ${encoder}`,
    line("", ["runs", "done", "begun", "to do", "s a run"]),
    ...rows.map(({ loss, runs, done, resumable, toDo, seconds, basis }) =>
      line(
        loss,
        [
          ...[runs, done, resumable, toDo].map(String),
          seconds === undefined ? "?" : short(seconds),
        ],
        toDo > 0 ? describeBasis(basis) : "",
      ),
    ),
  ];
}

function short(seconds: number): string {
  return seconds < 10 ? seconds.toFixed(2) : seconds.toFixed(0);
}

function describeBasis(basis: EstimateBasis | undefined): string {
  if (basis === undefined) return "unknown until a run of it is finished";
  if (basis.from === "size") return "estimated by size";
  return `as ${basis.runs} finished of ${basis.from}`;
}

function counts({ runs, done, resumable, toDo }: RunCounts): string {
  const begun = resumable > 0 ? `, ${resumable} of them begun` : "";
  return `${runs.toLocaleString("en-US")} runs, ${done.toLocaleString("en-US")} done, ${toDo.toLocaleString("en-US")} to do${begun}`;
}

function timeLeft({ seconds, bySize, unknownRuns }: RemainingTime, jobs: number): string {
  const unknown =
    unknownRuns > 0
      ? `, and ${unknownRuns.toLocaleString("en-US")} to do of which nothing is known`
      : "";
  const parallel = jobs > 1 ? ` with ${jobs} jobs, if the processors are not shared` : "";
  return `time left: ${bySize ? "roughly" : "about"} ${duration(seconds / jobs)}${parallel}${unknown}; encoding is not counted`;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = seconds / 60;
  if (minutes < 90) return `${Math.ceil(minutes)} min`;
  const hours = minutes / 60;
  return hours < 48 ? `${hours.toFixed(1)} h` : `${(hours / 24).toFixed(1)} days`;
}
