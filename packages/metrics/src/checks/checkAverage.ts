import { averages } from "../confusion/Average.js";

/** @throws RangeError when there is no average of that name */
export function checkAverage(average: string): void {
  if (averages.some((known) => known === average)) return;
  throw new RangeError(`average is "${average}"; expected one of ${averages.join(", ")}`);
}
