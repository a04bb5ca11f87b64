import {
  brierScore,
  expectedCalibrationError,
  f1Score,
  type LabelMatrix,
  labelCountError,
  reliabilityBins,
} from "@sigf1/metrics";
import type { ScoreFigures } from "../../results/ScoreFigures.js";
import type { ScoredPart } from "../ScoredPart.js";
import { countPairs } from "./countPairs.js";
import { rounded } from "./rounded.js";
import { sampleClasses } from "./sampleClasses.js";
import { scoreCurve } from "./scoreCurve.js";

/**
 * What a report draws of the scores of a part and of what each decision rule makes of them.
 * @param predicted rule → the labels that it decides, shaped as those of the part
 */
export function describeScores(
  { scores, labels }: ScoredPart,
  predicted: ReadonlyMap<string, LabelMatrix>,
): ScoreFigures {
  const sample = sampleClasses(labels.cols);
  const frequencies = sample.map((j) => {
    let positives = 0;
    // Row i is within the matrix, and j one of its columns.
    for (let i = 0; i < labels.rows; i++) positives += labels.data[i * labels.cols + j]!;
    return rounded(positives / labels.rows);
  });
  return {
    scoreCurve: scoreCurve(scores),
    calibration: {
      bins: reliabilityBins(labels, scores).map(({ high, count, meanScore, positiveRate }) => ({
        high: rounded(high),
        count,
        meanScore: rounded(meanScore),
        positiveRate: rounded(positiveRate),
      })),
      expectedError: rounded(expectedCalibrationError(labels, scores, { average: "micro" })),
      brierScore: rounded(brierScore(labels, scores)),
    },
    classes: { of: labels.cols, frequencies },
    decisions: Object.fromEntries(
      [...predicted].map(([rule, decided]) => {
        const perClass = f1Score(labels, decided, { average: "none" });
        const { exact, bias } = labelCountError(labels, decided);
        return [
          rule,
          {
            classF1: sample.map((j) => rounded(perClass[j]!)), // one per class
            labelCounts: countPairs(labels, decided),
            exactCounts: rounded(exact),
            countBias: rounded(bias),
          },
        ];
      }),
    ),
  };
}
