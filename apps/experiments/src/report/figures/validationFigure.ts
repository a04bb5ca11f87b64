import type { RunRecord } from "../../results/Results.js";
import type { Summary } from "../statistics/Summary.js";
import { overSeeds } from "../words/overSeeds.js";
import { epochCurves } from "./epochCurves.js";
import type { Figure } from "./Figure.js";
import { lossColour } from "./lossColour.js";
import { panelGrid } from "./panelGrid.js";
import { widestDomain } from "./widestDomain.js";

/** The validation metric per epoch; undefined when no run left a history. */
export function validationFigure(
  runs: readonly RunRecord[],
  summary: Pick<Summary, "losses" | "series" | "seeds">,
  metric: string,
): Figure | undefined {
  const curves = summary.losses
    .map((loss) => ({ loss, points: epochCurves(runs, loss, (epoch) => epoch.validation) }))
    .filter(({ points }) => points.length > 0);
  if (curves.length === 0) return undefined;
  const points = curves.flatMap((curve) => curve.points);
  return {
    title: `Validation ${metric} per epoch`,
    caption: `Line: ${overSeeds(summary)}. Band: lowest to highest seed. Grey: the other losses, on the same scale. A curve ends where more than half of its seeds have stopped.`,
    label: `Line charts of ${metric} on the validation part per epoch, one per loss with the others in grey: ${curves.map(({ loss }) => loss).join(", ")}.`,
    spec: panelGrid(
      curves.map((curve) => ({
        title: curve.loss,
        colour: lossColour(summary, curve.loss),
        lines: [curve],
        context: curves.filter((other) => other !== curve).map((other) => other.points),
      })),
      {
        x: {
          title: "epoch",
          minStep: 1,
          domain: widestDomain(curves.map((curve) => curve.points)),
        },
        y: {
          title: metric,
          domain: [
            Math.min(...points.map(({ low }) => low)),
            Math.max(...points.map(({ high }) => high)),
          ],
        },
      },
    ),
  };
}
