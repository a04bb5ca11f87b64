import type { MarginLoss } from "./MarginLoss.js";

/** max(0, 1 − m)². */
export const squaredHinge: MarginLoss = {
  value: (margin) => Math.max(0, 1 - margin) ** 2,
  slope: (margin) => -2 * Math.max(0, 1 - margin),
  curvature: (margin) => (margin < 1 ? 2 : 0),
};
