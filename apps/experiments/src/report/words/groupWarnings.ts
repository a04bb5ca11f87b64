import type { Results, RunRecord } from "../../results/Results.js";

/** One message of one loss and the seeds whose runs gave it. */
export interface Warning {
  readonly loss: string;
  readonly message: string;
  readonly seeds: readonly number[];
  /** Whether the run ended there. */
  readonly failed: boolean;
}

/** Failures first, then warnings; the same message from several seeds of a loss is said once. */
export function groupWarnings(
  runs: readonly RunRecord[],
  failures: Results["failures"],
): readonly Warning[] {
  const said = [
    ...failures.map(({ loss, seed, reason }) => ({ loss, seed, message: reason, failed: true })),
    ...runs.flatMap(({ loss, seed, warnings }) =>
      warnings.map((message) => ({ loss, seed, message, failed: false })),
    ),
  ];
  const grouped = new Map<string, Warning>();
  for (const { loss, seed, message, failed } of said) {
    const key = JSON.stringify([loss, message, failed]);
    const seeds = [...(grouped.get(key)?.seeds ?? []), seed].sort((a, b) => a - b);
    grouped.set(key, { loss, message, failed, seeds });
  }
  return [...grouped.values()];
}
