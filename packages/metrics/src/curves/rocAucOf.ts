import { checkOneOf } from "../checks/checkOneOf.js";
import type { Averaged, Averaging } from "../confusion/Average.js";
import { averageSetScores } from "./averageSetScores.js";
import type { SetScores } from "./SetScores.js";
import { type WhenUndefined, whenUndefinedValues } from "./WhenUndefined.js";

const named = 10;

/**
 * The average of ROC-AUCs of which those that are undefined are NaN.
 * @throws RangeError when one is undefined (with `skip`: all of those to average), naming the classes or examples
 */
export function rocAucOf<A extends Averaging>(
  scores: SetScores,
  average: A,
  whenUndefined: WhenUndefined,
): Averaged<A> {
  checkOneOf("whenUndefined", whenUndefined, whenUndefinedValues);
  // scikit-learn answers 0 before it looks at the classes.
  const unweighted = average === "weighted" && scores.support.every((count) => count === 0);
  if (!unweighted && !(average === "none" && whenUndefined === "skip")) {
    checkDefined(scores, whenUndefined);
  }
  return averageSetScores(scores, average);
}

function checkDefined({ of, values, support }: SetScores, whenUndefined: WhenUndefined): void {
  const lacking: string[] = [];
  values.forEach((value, u) => {
    if (!Number.isNaN(value)) return;
    const place = of === "all entries" ? of : `${of} ${u}`;
    lacking.push(`${place} (no ${support[u] === 0 ? "true" : "false"} label)`);
  });
  const everywhere = lacking.length === values.length;
  if (lacking.length === 0 || (whenUndefined === "skip" && !everywhere)) return;
  const places = lacking.slice(0, named).join(", ");
  const more = lacking.length > named ? ` and ${lacking.length - named} more` : "";
  const action = everywhere
    ? "there is nothing to score"
    : 'remove them, or leave them out with whenUndefined: "skip"';
  throw new RangeError(
    `ROC-AUC needs true and false labels, and yTrue lacks one kind in ${places}${more}; ${action}`,
  );
}
