import { confusionReference } from "./confusionReference.js";
import type { Rows } from "./Rows.js";

/** 1 − the average of 2tp/(2tp+fn+fp+ε) over the soft confusion matrices. */
export const softF1Reference = (
  labels: Rows,
  scores: Rows,
  average: "macro" | "micro" | "samples" = "macro",
  smooth = 0,
  epsilon = 1e-16,
): number =>
  confusionReference(
    labels,
    scores,
    ({ tp, fp, fn }) => (2 * tp + smooth) / (2 * tp + fn + fp + epsilon + smooth),
    average,
  );
