import type { CountScaling } from "../calibration/CountScaling.js";
import type { PlattScaling } from "../calibration/PlattScaling.js";
import type { ZeroDivision } from "../confusion/ZeroDivision.js";
import { JsonFields } from "../json/JsonFields.js";
import { finite, notNegative, size } from "../json/NumberKind.js";
import { CountDecision } from "./CountDecision.js";
import { checkExpectedBeta } from "./checkExpectedBeta.js";
import type { Decision } from "./DecisionRule.js";
import { GfmDecision } from "./GfmDecision.js";
import { ThresholdDecision } from "./ThresholdDecision.js";
import { TopKDecision } from "./TopKDecision.js";

/**
 * The decision that `JSON.stringify(decision)` wrote; it decides as that one did.
 * @param json the text, or the value that `JSON.parse` gives for it
 * @throws SyntaxError when the text is no JSON; TypeError or RangeError naming the key that is missing or wrong
 */
export function decisionFromJson(json: unknown): Decision {
  const fields: JsonFields = JsonFields.parse("the decision", json);
  const rule = fields.value("rule");
  if (typeof rule !== "string") fields.wrong("rule", "the name of a rule");
  switch (rule) {
    case "top-k":
      return topKDecision(fields);
    case "count":
      return countDecision(fields);
    case "gfm":
      return gfmDecision(fields);
    default:
      return thresholdDecision(rule, fields);
  }
}

function topKDecision(fields: JsonFields): TopKDecision {
  const [k, classes] = [fields.number("k", size), fields.number("classes", size)];
  if (k > classes) fields.wrong("k", `an integer from 1 to ${classes}, the classes`, k);
  return new TopKDecision(k, classes);
}

function countDecision(fields: JsonFields): CountDecision {
  const [given, summed] = ["given", "summed"].map((key) =>
    fields.value(key) === null ? null : scaling(fields.object(key)),
  ) as [CountScaling | null, CountScaling | null];
  return new CountDecision(fields.number("classes", size), given, summed);
}

function gfmDecision(fields: JsonFields): GfmDecision {
  const classes = fields.number("classes", size);
  const beta = fields.number("beta", finite);
  checkExpectedBeta(beta);
  const zeroDivision = fields.value("zeroDivision");
  if (!isZeroDivision(zeroDivision)) fields.wrong("zeroDivision", "0 or 1");
  const scalings = fields.value("scalings");
  if (scalings === null) return new GfmDecision({ beta, zeroDivision }, classes, null);
  if (!Array.isArray(scalings) || scalings.length !== classes) {
    fields.wrong("scalings", `null or ${classes} scalings, one per class`);
  }
  return new GfmDecision({ beta, zeroDivision }, classes, fields.objects("scalings").map(scaling));
}

function thresholdDecision(rule: string, fields: JsonFields): ThresholdDecision {
  const threshold = fields.value("threshold");
  if (threshold === undefined) {
    fields.wrong(
      "threshold",
      `a threshold, unless the rule were count, gfm or top-k (it is ${rule})`,
    );
  }
  return new ThresholdDecision(
    rule,
    Array.isArray(threshold)
      ? fields.numbers("threshold", finite)
      : fields.number("threshold", finite),
  );
}

function scaling(fields: JsonFields): PlattScaling & CountScaling {
  return { slope: fields.number("slope", notNegative), offset: fields.number("offset", finite) };
}

function isZeroDivision(value: unknown): value is ZeroDivision {
  return value === 0 || value === 1;
}
