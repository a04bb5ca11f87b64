import type { LabelMatrix } from "../Matrix.js";
import { GrowingClassScore } from "./GrowingClassScore.js";
import { GrowingF1 } from "./GrowingF1.js";
import type { GrowingScore } from "./GrowingScore.js";
import type { TuningMetric } from "./TuningMetric.js";

/** The F1 of a decision over all entries that starts empty and grows. */
export function tuningScore(labels: LabelMatrix, metric: TuningMetric): GrowingScore {
  return metric === "micro"
    ? new GrowingClassScore(labels.data, "f1")
    : new GrowingF1(labels, metric);
}
