import { InvalidArgumentError } from "commander";

/** An option's seconds, from 0. */
export function seconds(value: string): number {
  const number = value === "" ? Number.NaN : Number(value);
  if (number >= 0 && number < Number.POSITIVE_INFINITY) return number;
  throw new InvalidArgumentError("Expected seconds, from 0.");
}
