import { anyCount, countWithin, notNegative, positiveInteger } from "../checks/NumberKind.js";
import type { JsonFields } from "../json/JsonFields.js";
import { sum } from "./averageCounts.js";
import { LabelTally } from "./LabelTally.js";

/**
 * The tally of `ConfusionCountsJson`.
 * @throws TypeError naming the field that is missing, wrong, or at odds with those before it
 */
export function labelTallyFromJson(fields: JsonFields): LabelTally {
  const classes = fields.number("classes", positiveInteger);
  const examples = fields.number("examples", anyCount);
  const ofExamples = countWithin(0, examples);
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
  const hits = sum(tp);
  const [extra, missed] = [sum(predicted) - hits, sum(actual) - hits];
  const wrong = extra + missed;
  // An example that is not exact has between 1 and `classes` wrong entries; one with a wrong count is not exact.
  const exact = countWithin(Math.max(0, examples - wrong), examples - Math.ceil(wrong / classes));
  tally.exactMatches = fields.number("exactMatches", exact);
  const net = Math.abs(extra - missed);
  const counted = countWithin(tally.exactMatches, examples - Math.ceil(net / classes));
  tally.rightCounts = fields.number("rightCounts", counted);
  const miscounted = examples - tally.rightCounts;
  tally.countError = fields.number(
    "countError",
    countWithin(Math.max(miscounted, net), Math.min(miscounted * classes, wrong)),
  );
  tally.tp.set(tp);
  tally.actual.set(actual);
  tally.predicted.set(predicted);
  tally.precision.mergeJson(fields.object("precision"), examples, hits);
  tally.recall.mergeJson(fields.object("recall"), examples, hits);
  tally.jaccard.mergeJson(fields.object("jaccard"), examples, hits);
  // The tally has a mean for each of the betas, in their order.
  [...tally.fbeta.values()].forEach((mean, i) => {
    mean.mergeJson(means[i]!, examples, hits);
  });
  return tally;
}
