import { describeDuration } from "./describeDuration.js";
import type { Pace } from "./Pace.js";

type Unit = "bytes" | "examples";

/** `1,234 of 5,000 examples, 56/s, 1 min 7 s left`; without rate and time left where the pace is not known. */
export function describeProgress(
  done: number,
  total: number,
  unit: Unit,
  pace: ReturnType<Pace["mark"]>,
): string {
  const amount =
    unit === "bytes"
      ? `${megabytes(done)} of ${megabytes(total)} MB`
      : `${done.toLocaleString("en-US")} of ${total.toLocaleString("en-US")} ${unit}`;
  return [amount, ...describePace(unit, pace)].join(", ");
}

function describePace(unit: Unit, pace: ReturnType<Pace["mark"]>): string[] {
  if (pace === undefined) return [];
  const { rate, secondsLeft } = pace;
  const speed = unit === "bytes" ? `${megabytes(rate)} MB/s` : `${significant(rate)}/s`;
  return [speed, `${describeDuration(secondsLeft)} left`];
}

const megabytes = (bytes: number) => significant(bytes / 1e6);

/** Two digits of a small number, all of a large one. */
const significant = (value: number) =>
  value < 10 ? value.toPrecision(2) : Math.round(value).toLocaleString("en-US");
