import type { ScoreMatrix } from "../Matrix.js";

/**
 * Checks that scores have as many classes as a rule was fitted on.
 * @throws RangeError naming the rule and both numbers
 */
export function checkClasses(rule: string, classes: number, scores: ScoreMatrix): void {
  if (scores.cols !== classes) {
    throw new RangeError(
      `scores has ${scores.cols} classes; ${rule} was fitted on ${classes} classes`,
    );
  }
}
