import type { JsonFields } from "../json/JsonFields.js";
import { countUpTo, notNegative, size } from "../json/NumberKind.js";
import { LabelTally } from "./LabelTally.js";

/**
 * The tally of `ConfusionCountsJson`.
 * @throws TypeError naming the field that is missing or wrong
 */
export function labelTallyFromJson(fields: JsonFields): LabelTally {
  const classes = fields.number("classes", size);
  const anyCount = countUpTo(Number.MAX_SAFE_INTEGER);
  const examples = fields.number("examples", anyCount);
  const ofExamples = countUpTo(examples);
  const [tp, actual, predicted] = ["tp", "actual", "predicted"].map((key) =>
    fields.numbers(key, ofExamples, classes),
  ) as [number[], number[], number[]];
  tp.forEach((hits, j) => {
    // Each has one entry per class.
    const [least, most] = [
      Math.max(0, actual[j]! + predicted[j]! - examples),
      Math.min(actual[j]!, predicted[j]!),
    ];
    if (hits < least || hits > most) {
      fields.wrong(
        `tp[${j}]`,
        `${least} to ${most}, as actual[${j}], predicted[${j}] and examples imply`,
        hits,
      );
    }
  });
  const means = fields.objects("fbeta");
  const betas = means.map((mean) =>
    mean.value("beta") === "Infinity" ? Number.POSITIVE_INFINITY : mean.number("beta", notNegative),
  );
  if (betas[0] !== 1 || new Set(betas).size !== betas.length) {
    fields.wrong("fbeta", "sums for different β, the first for β = 1");
  }
  const tally = new LabelTally(classes, betas);
  tally.examples = examples;
  tally.exactMatches = fields.number("exactMatches", ofExamples);
  tally.rightCounts = fields.number("rightCounts", ofExamples);
  tally.countError = fields.number("countError", anyCount);
  tally.tp.set(tp);
  tally.actual.set(actual);
  tally.predicted.set(predicted);
  tally.precision.mergeJson(fields.object("precision"), examples);
  tally.recall.mergeJson(fields.object("recall"), examples);
  tally.jaccard.mergeJson(fields.object("jaccard"), examples);
  // The tally has a mean for each of the betas, in their order.
  [...tally.fbeta.values()].forEach((mean, i) => {
    mean.mergeJson(means[i]!, examples);
  });
  return tally;
}
