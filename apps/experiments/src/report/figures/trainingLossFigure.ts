import type { RunRecord } from "../../results/Results.js";
import type { Summary } from "../statistics/Summary.js";
import { overSeeds } from "../words/overSeeds.js";
import { epochCurves } from "./epochCurves.js";
import type { Figure } from "./Figure.js";
import { lossColour } from "./lossColour.js";
import { panelGrid } from "./panelGrid.js";
import { widestDomain } from "./widestDomain.js";

/** Training loss per epoch; undefined when no run left a history. */
export function trainingLossFigure(
  runs: readonly RunRecord[],
  summary: Pick<Summary, "losses" | "series" | "seeds">,
): Figure | undefined {
  const curves = summary.losses
    .map((loss) => ({ loss, points: epochCurves(runs, loss, (epoch) => epoch.loss) }))
    .filter(({ points }) => points.length > 0);
  if (curves.length === 0) return undefined;
  return {
    title: "Training loss per epoch",
    caption: `Line: ${overSeeds(summary)}. Band: lowest to highest seed. Losses have different units, so each panel has its own vertical scale.`,
    label: `Line charts of the training loss per epoch, one per loss: ${curves.map(({ loss }) => loss).join(", ")}.`,
    spec: panelGrid(
      curves.map(({ loss, points }) => ({
        title: loss,
        colour: lossColour(summary, loss),
        lines: [{ points }],
      })),
      {
        x: { title: "epoch", minStep: 1, domain: widestDomain(curves.map(({ points }) => points)) },
        y: { title: "training loss" },
      },
    ),
  };
}
