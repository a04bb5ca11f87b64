import type { MultilabelLoss } from "../MultilabelLoss.js";
import type { ConfusionOptions } from "./ConfusionOptions.js";
import { defineConfusionLoss, type Link } from "./defineConfusionLoss.js";
import { readyMetricLoss } from "./readyMetricLoss.js";
import { tverskyIndex } from "./tverskyIndex.js";

/** The loss 1 − F_b of the scores that `link` makes; `members` as in `defineLoss`. */
export function defineFBetaLoss<Members extends object>(
  name: string,
  b: number,
  options: ConfusionOptions,
  link: Link,
  members: Members,
): MultilabelLoss & Members {
  const metric = tverskyIndex(1 + b * b, 1, b * b);
  return defineConfusionLoss(name, readyMetricLoss(metric, options), link, members);
}
