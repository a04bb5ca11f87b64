import { mean, type Scalar, sub } from "@tensorflow/tfjs-core";
import { show } from "../options/show.js";
import type { CellMetric } from "./CellMetric.js";
import type { Average } from "./ConfusionOptions.js";
import type { ScoreLoss } from "./defineConfusionLoss.js";
import { softCells } from "./softCells.js";

/** One minus the mean over the matrices of a metric that the caller wrote, which is held to its contract. */
export const ownMetricLoss =
  (factory: string, metric: CellMetric, average?: Average): ScoreLoss =>
  (labels, scores) => {
    const cells = softCells(labels, scores, average);
    const value = metric(cells);
    const { shape } = cells.tp;
    if (`${value?.shape}` !== `${shape}`)
      throw new TypeError(
        `${factory}: metric must give the shape ${show(shape)}; received ${show(value?.shape ?? value)}`,
      );
    return sub(1, mean(value)) as Scalar;
  };
