import { describeDuration } from "../../progress/describeDuration.js";
import type { SweepStatus } from "../../queue/sweepStatus.js";

/** A sweep's status as text for people. */
export function describeStatus(status: SweepStatus): string {
  const { sweep, submitted, cancelled, cells, workers, secondsLeft } = status;
  const lines = [`${sweep}${cancelled ? ", cancelled" : ""} (submitted ${submitted})`];
  for (const { name, runs, done, active, waiting, missing, failures, refusals } of cells) {
    const counts = [
      `${done} of ${runs} runs done`,
      `${active} under way`,
      `${waiting} waiting`,
      ...(failures.length > 0 ? [`${failures.length} failed`] : []),
      ...(missing > 0 ? [`${missing} not in the queue (submit again to add them)`] : []),
    ];
    lines.push(`${name}: ${counts.join(", ")}`);
    for (const { loss, seed, reason } of failures)
      lines.push(`  failed: ${loss}, seed ${seed}: ${reason}`);
    for (const reason of refusals) lines.push(`  refused by a worker: ${reason}`);
  }
  lines.push(`${workers.length} workers${workers.length > 0 ? `: ${workers.join(", ")}` : ""}`);
  if (secondsLeft !== undefined) lines.push(`about ${describeDuration(secondsLeft)} left`);
  return `${lines.join("\n")}\n`;
}
