import { averages } from "../confusion/Average.js";

const averagings: readonly string[] = [...averages, "none"];

/** @throws RangeError when there is no average of that name, or not for the score asked for */
export function checkAverage(average: string, known = averagings): void {
  if (known.includes(average)) return;
  throw new RangeError(`average is "${average}"; expected one of ${known.join(", ")}`);
}
