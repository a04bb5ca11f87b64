import { logistic } from "./logistic.js";
import type { MarginLoss } from "./MarginLoss.js";

/** log(1 + exp(−m)). */
export const logisticLoss: MarginLoss = {
  // Either way the exponent is negative.
  value: (margin) => Math.log1p(Math.exp(-Math.abs(margin))) + Math.max(0, -margin),
  slope: (margin) => -logistic(-margin),
  curvature: (margin) => logistic(margin) * logistic(-margin),
};
