import type { ConfusionCounts } from "./ConfusionCounts.js";
import type { MultilabelReport } from "./MultilabelReport.js";
import type { ZeroDivision } from "./ZeroDivision.js";

/** Every figure of the report, of counts. */
export function multilabelReportOf(
  counts: ConfusionCounts,
  zeroDivision: ZeroDivision,
): MultilabelReport {
  const example = counts.exampleScores(zeroDivision);
  return {
    microF1: counts.f1("micro", zeroDivision),
    macroF1: counts.f1("macro", zeroDivision),
    weightedF1: counts.f1("weighted", zeroDivision),
    samplesF1: counts.f1("samples", zeroDivision),
    microPrecision: counts.precision("micro", zeroDivision),
    microRecall: counts.recall("micro", zeroDivision),
    macroPrecision: counts.precision("macro", zeroDivision),
    macroRecall: counts.recall("macro", zeroDivision),
    examplePrecision: example.precision,
    exampleRecall: example.recall,
    exampleF1: example.f1,
    accuracy: counts.accuracy(),
    hammingLoss: counts.hammingLoss(),
    subsetAccuracy: counts.subsetAccuracy(),
    labelsPerExample: counts.labelsPerExample(),
  };
}
