import { count } from "./count.js";
import type { DecisionRule } from "./DecisionRule.js";
import { fixedThreshold } from "./fixedThreshold.js";
import { gfm } from "./gfm.js";
import { knee } from "./knee.js";
import { prevalenceMatching } from "./prevalenceMatching.js";
import { threshold } from "./threshold.js";
import { topK } from "./topK.js";
import { tunedGlobal } from "./tunedGlobal.js";
import { tunedPerClass } from "./tunedPerClass.js";
import { unknownRule } from "./unknownRule.js";

/**
 * The decision rule of that name, with its default options.
 * @param name one of `decisionNames`, or `threshold-<t>` with t in [0, 1]
 * @throws RangeError naming the known rules when there is none of that name
 */
export function decisionByName(name: string): DecisionRule {
  switch (name) {
    case "tuned-global":
      return tunedGlobal();
    case "tuned-per-class":
      return tunedPerClass();
    case "top-k":
      return topK();
    case "gfm":
      return gfm();
    case "knee":
      return knee();
    case "count":
      return count();
    case "prevalence-matching":
      return prevalenceMatching();
  }
  const t = fixedThreshold(name);
  if (t === undefined) throw unknownRule(name);
  return threshold(t);
}
