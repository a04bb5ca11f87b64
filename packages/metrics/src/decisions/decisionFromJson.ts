import type { PlattScaling } from "../calibration/PlattScaling.js";
import type { ZeroDivision } from "../confusion/ZeroDivision.js";
import { CountDecision } from "./CountDecision.js";
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
  const value: unknown = typeof json === "string" ? JSON.parse(json) : json;
  const fields = record("the decision", value);
  const { rule } = fields;
  if (typeof rule !== "string") wrong("rule", rule, "the name of a rule");
  switch (rule) {
    case "top-k":
      return new TopKDecision(size("k", fields.k), size("classes", fields.classes));
    case "count":
      return countDecision(fields);
    case "gfm":
      return gfmDecision(fields);
    default:
      return thresholdDecision(rule, fields.threshold);
  }
}

type Fields = Readonly<Record<string, unknown>>;

function countDecision({ classes, given, summed }: Fields): CountDecision {
  return new CountDecision(
    size("classes", classes),
    given === null ? null : scaling("given", given),
    summed === null ? null : scaling("summed", summed),
  );
}

function gfmDecision({ zeroDivision, classes, scalings }: Fields): GfmDecision {
  const count = size("classes", classes);
  if (!isZeroDivision(zeroDivision)) wrong("zeroDivision", zeroDivision, "0 or 1");
  if (scalings === null) return new GfmDecision(zeroDivision, count, null);
  if (!Array.isArray(scalings) || scalings.length !== count) {
    wrong("scalings", scalings, `null or ${count} scalings, one per class`);
  }
  const each = scalings.map((entry, j) => scaling(`scalings[${j}]`, entry));
  return new GfmDecision(zeroDivision, count, each);
}

function thresholdDecision(rule: string, threshold: unknown): ThresholdDecision {
  if (threshold === undefined) {
    wrong(
      "threshold",
      threshold,
      `a threshold, unless the rule were count, gfm or top-k (it is ${rule})`,
    );
  }
  return new ThresholdDecision(
    rule,
    Array.isArray(threshold)
      ? threshold.map((entry, j) => finite(`threshold[${j}]`, entry))
      : finite("threshold", threshold),
  );
}

function scaling(key: string, value: unknown): PlattScaling {
  const { slope, offset } = record(key, value);
  return { slope: finite(`${key}.slope`, slope), offset: finite(`${key}.offset`, offset) };
}

function record(key: string, value: unknown): Fields {
  if (typeof value !== "object" || value === null) wrong(key, value, "an object");
  return value as Fields;
}

function finite(key: string, value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) wrong(key, value, "a finite number");
  return value;
}

function size(key: string, value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 1) wrong(key, value, "an integer ≥ 1");
  return value as number;
}

function isZeroDivision(value: unknown): value is ZeroDivision {
  return value === 0 || value === 1;
}

function wrong(key: string, value: unknown, expected: string): never {
  throw new TypeError(`${key} is ${JSON.stringify(value)}; expected ${expected}`);
}
