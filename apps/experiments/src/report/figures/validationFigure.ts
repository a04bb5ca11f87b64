import type { RunRecord } from "../../results/Results.js";
import type { Summary } from "../statistics/Summary.js";
import { overSeeds } from "../words/overSeeds.js";
import { sentences } from "../words/sentences.js";
import { epochCurves } from "./epochCurves.js";
import type { Figure } from "./Figure.js";
import { lossColour } from "./lossColour.js";
import { panelGrid } from "./panelGrid.js";
import { widestDomain } from "./widestDomain.js";

/** Of more losses the curves of the others, in each panel, would hide its own. */
const MOST_IN_CONTEXT = 12;

/** The validation figures that training watches per epoch; undefined when no run left a history. */
export function validationFigure(
  runs: readonly RunRecord[],
  summary: Pick<Summary, "losses" | "series" | "seeds">,
  watched: readonly string[],
): Figure | undefined {
  const metric = watched.length === 1 ? `${watched[0]}` : "validation figure";
  const curves = summary.losses
    .map((loss) => ({ loss, points: epochCurves(runs, loss, (epoch) => epoch.validation) }))
    .filter(({ points }) => points.length > 0);
  if (curves.length === 0) return undefined;
  const points = curves.flatMap((curve) => curve.points);
  const together = curves.length <= MOST_IN_CONTEXT;
  return {
    title: watched.length === 1 ? `Validation ${metric} per epoch` : "Validation figure per epoch",
    caption: sentences(
      `Line: ${overSeeds(summary)}. Band: lowest to highest seed.`,
      together && "Grey: the other losses.",
      watched.length > 1 && `Each loss's own: ${watched.join(" or ")}.`,
      "All panels have one scale. A curve ends where more than half of its seeds have stopped.",
    ),
    label: `Line charts of ${metric} on the validation part per epoch, one per loss: ${curves.map(({ loss }) => loss).join(", ")}.`,
    spec: panelGrid(
      curves.map((curve) => ({
        title: curve.loss,
        colour: lossColour(summary, curve.loss),
        lines: [curve],
        context: together
          ? curves.filter((other) => other !== curve).map((other) => other.points)
          : [],
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
