import { add, div, mul, sub } from "@tensorflow/tfjs-core";
import { cellTotals } from "./cellTotals.js";
import type { ReadyMetric } from "./MetricWithSlopes.js";

/**
 * The mean of F⁺ = (2·tp + k)/D⁺ and F⁻ = (2·tn + k)/D⁻ with D± = 2·tp (2·tn) + fp + fn + ε + k. D⁺ rises with
 * predicted and D⁻ falls with it; tn rises with tp and falls with predicted. So ∂F⁺/∂tp = 2/D⁺,
 * ∂F⁺/∂predicted = −F⁺/D⁺, ∂F⁻/∂tp = 2/D⁻, ∂F⁻/∂predicted = (F⁻ − 2)/D⁻.
 */
export const meanF1: ReadyMetric = (smooth, epsilon) => (s, y, total) => {
  const { tp, fp, fn, tn } = cellTotals(s, y, total);
  const errors = add(add(fp, fn), epsilon);
  const [hits, rejections] = [add(mul(tp, 2), smooth), add(mul(tn, 2), smooth)];
  const [d, e] = [add(hits, errors), add(rejections, errors)];
  const [positive, negative] = [div(hits, d), div(rejections, e)];
  return {
    value: mul(add(positive, negative), 0.5),
    byTp: add(div(1, d), div(1, e)),
    byPredicted: mul(sub(div(sub(negative, 2), e), div(positive, d)), 0.5),
  };
};
