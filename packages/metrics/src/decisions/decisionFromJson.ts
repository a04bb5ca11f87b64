import type { CountScaling } from "../calibration/CountScaling.js";
import type { PlattScaling } from "../calibration/PlattScaling.js";
import {
  finite,
  type NumberKind,
  notNegative,
  positive,
  positiveInteger,
  unitInterval,
} from "../checks/NumberKind.js";
import type { ZeroDivision } from "../confusion/ZeroDivision.js";
import { JsonFields } from "../json/JsonFields.js";
import { CountDecision } from "./CountDecision.js";
import type { Decision } from "./DecisionRule.js";
import { fixedThreshold } from "./fixedThreshold.js";
import { GfmDecision } from "./GfmDecision.js";
import { ABOVE_ONE } from "./prevalenceMatching.js";
import { ThresholdDecision } from "./ThresholdDecision.js";
import { TopKDecision } from "./TopKDecision.js";
import { unknownRule } from "./unknownRule.js";

/**
 * The decision that `JSON.stringify(decision)` wrote; it decides as that one did.
 * @param json the text, or the value that `JSON.parse` gives for it
 * @throws SyntaxError when the text is no JSON; RangeError when there is no rule of that name; TypeError naming the key that
 *   is missing or wrong
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
    case "tuned-global":
    case "knee":
      return new ThresholdDecision(
        rule,
        fields.number("threshold", unitInterval),
        fields.number("classes", positiveInteger),
      );
    case "tuned-per-class":
      return new ThresholdDecision(rule, classThresholds(fields, unitInterval));
    case "prevalence-matching":
      return new ThresholdDecision(rule, classThresholds(fields, upToAboveOne));
    default:
      return fixedThresholdDecision(rule, fields);
  }
}

function topKDecision(fields: JsonFields): TopKDecision {
  const [k, classes] = [
    fields.number("k", positiveInteger),
    fields.number("classes", positiveInteger),
  ];
  if (k > classes) fields.wrong("k", `an integer from 1 to ${classes}, the classes`, k);
  return new TopKDecision(k, classes);
}

function countDecision(fields: JsonFields): CountDecision {
  const [given, summed] = ["given", "summed"].map((key) =>
    fields.value(key) === null ? null : scaling(fields.object(key)),
  ) as [CountScaling | null, CountScaling | null];
  return new CountDecision(fields.number("classes", positiveInteger), given, summed);
}

function gfmDecision(fields: JsonFields): GfmDecision {
  const classes = fields.number("classes", positiveInteger);
  const beta = fields.number("beta", positive);
  const zeroDivision = fields.value("zeroDivision");
  if (!isZeroDivision(zeroDivision)) fields.wrong("zeroDivision", "0 or 1");
  const scalings = fields.value("scalings");
  if (scalings === null) return new GfmDecision({ beta, zeroDivision }, classes, null);
  if (!Array.isArray(scalings) || scalings.length !== classes) {
    fields.wrong("scalings", `null or ${classes} scalings, one per class`);
  }
  return new GfmDecision({ beta, zeroDivision }, classes, fields.objects("scalings").map(scaling));
}

const upToAboveOne: NumberKind = {
  accepts: (value) => value >= 0 && value <= ABOVE_ONE,
  expected: "a number in [0, 1 + 2⁻²³]",
};

function classThresholds(fields: JsonFields, kind: NumberKind): number[] {
  const thresholds = fields.numbers("threshold", kind);
  if (thresholds.length === 0) fields.wrong("threshold", "a threshold for each class");
  return thresholds;
}

function fixedThresholdDecision(rule: string, fields: JsonFields): ThresholdDecision {
  const t = fixedThreshold(rule);
  if (t === undefined) throw unknownRule(rule);
  const threshold = fields.number("threshold", unitInterval);
  if (threshold !== t) fields.wrong("threshold", `${t}, as the rule ${rule} says`);
  return new ThresholdDecision(rule, threshold);
}

function scaling(fields: JsonFields): PlattScaling & CountScaling {
  return { slope: fields.number("slope", notNegative), offset: fields.number("offset", finite) };
}

function isZeroDivision(value: unknown): value is ZeroDivision {
  return value === 0 || value === 1;
}
