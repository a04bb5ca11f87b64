import { describeDuration } from "../../progress/describeDuration.js";
import type { CellStatus, SweepStatus } from "../../queue/sweepStatus.js";

/** Runs under way that are named one by one. */
const MOST_NAMED = 16;
/** Characters of a reason that are shown. */
const LONGEST_REASON = 300;

/** A sweep's status as text for people. */
export function describeStatus(status: SweepStatus): string {
  const { sweep, submitted, cancelled, cells, workers, secondsLeft } = status;
  const lines = [`${sweep}${cancelled ? ", cancelled" : ""} (submitted ${submitted})`];
  for (const cell of cells) lines.push(...describeCell(cell, workers));
  lines.push(
    `${workers.length} ${workers.length === 1 ? "worker" : "workers"}${workers.length > 0 ? `: ${workers.join(", ")}` : ""}`,
  );
  if (secondsLeft !== undefined) lines.push(`about ${describeDuration(secondsLeft)} left`);
  return `${lines.join("\n")}\n`;
}

/** A line for a sweep among several. */
export function describeShortly({ sweep, submitted, cancelled, cells }: SweepStatus): string {
  const sum = (of: (cell: CellStatus) => number) =>
    cells.reduce((total, cell) => total + of(cell), 0);
  const counts = describeCounts({
    ...{ runs: sum(({ runs }) => runs), done: sum(({ done }) => done) },
    ...{ active: sum(({ active }) => active), waiting: sum(({ waiting }) => waiting) },
    ...{ failed: sum(({ failures }) => failures.length), missing: sum(({ missing }) => missing) },
  });
  return `${sweep}${cancelled ? ", cancelled" : ""} (submitted ${submitted}): ${counts}\n`;
}

function describeCell(cell: CellStatus, workers: readonly string[]): string[] {
  const { name, failures, running, refusals } = cell;
  const lines = [`${name}: ${describeCounts({ ...cell, failed: failures.length })}`];
  for (const { loss, seed, worker } of running.slice(0, MOST_NAMED))
    lines.push(`  under way: ${loss}, seed ${seed}, by ${worker}`);
  for (const { loss, seed, reason } of failures)
    lines.push(`  failed: ${loss}, seed ${seed}: ${shorten(reason)}`);
  for (const reason of new Set(refusals.map((refusal) => refusal.reason))) {
    const names = refusals
      .filter((refusal) => refusal.reason === reason)
      .map(({ worker }) => (workers.includes(worker) ? worker : `${worker} (gone)`));
    lines.push(`  cannot be done by ${names.join(", ")}: ${shorten(reason)}`);
  }
  return lines;
}

function describeCounts(counts: {
  readonly runs: number;
  readonly done: number;
  readonly active: number;
  readonly waiting: number;
  readonly failed: number;
  readonly missing: number;
}): string {
  const { runs, done, active, waiting, failed, missing } = counts;
  return [
    `${done} of ${runs} runs done`,
    `${active} under way`,
    `${waiting} waiting`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(missing > 0 ? [`${missing} not in the queue (submit again to add them)`] : []),
  ].join(", ");
}

const shorten = (reason: string) =>
  reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)}…` : reason;
