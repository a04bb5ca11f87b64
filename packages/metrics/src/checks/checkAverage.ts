import { averages } from "../confusion/Average.js";
import { checkOneOf } from "./checkOneOf.js";

const averagings: readonly string[] = [...averages, "none"];

/** @throws RangeError when there is no average of that name, or not for the score asked for */
export function checkAverage(average: string, known = averagings): void {
  checkOneOf("average", average, known);
}
