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
  return [speed, `${duration(secondsLeft)} left`];
}

const megabytes = (bytes: number) => significant(bytes / 1e6);

/** Two digits of a small number, all of a large one. */
const significant = (value: number) =>
  value < 10 ? value.toPrecision(2) : Math.round(value).toLocaleString("en-US");

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`;
}
