import { InvalidArgumentError } from "commander";

/** An option's whole number from 1. */
export function wholeNumber(value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new InvalidArgumentError("Expected a whole number from 1.");
}
