import type { RunRecord } from "../../results/Results.js";
import type { Summary } from "../statistics/Summary.js";
import { overSeeds } from "../words/overSeeds.js";
import { bandOver } from "./bandOver.js";
import type { Figure } from "./Figure.js";
import { lossColour } from "./lossColour.js";
import { panelGrid } from "./panelGrid.js";

/** F1 against one global threshold, per loss; undefined when no run left a curve. */
export function thresholdFigure(
  runs: readonly RunRecord[],
  summary: Pick<Summary, "losses" | "series" | "seeds">,
): Figure | undefined {
  const curve = (loss: string, figure: "microF1" | "macroF1") =>
    bandOver(
      runs
        .filter((run) => run.loss === loss && run.curve.thresholds.length > 0)
        .map(({ curve: { thresholds, [figure]: values } }) =>
          thresholds.map((x, i) => ({ x, y: values[i] ?? Number.NaN })),
        ),
    );
  const curves = summary.losses
    .map((loss) => ({ loss, macro: curve(loss, "macroF1"), micro: curve(loss, "microF1") }))
    .filter(({ macro }) => macro.length > 0);
  if (curves.length === 0) return undefined;
  return {
    title: "F1 against the threshold, on the test part",
    caption: `Solid: macro F1. Dashed: micro F1. Line: ${overSeeds(summary)}. Band: lowest to highest seed. Vertical mark: 0.5. One threshold for all classes; a flat top means that the choice of threshold matters little. Shown to compare the losses' scores: no threshold was chosen here.`,
    label: `Line charts of macro and micro F1 against a global threshold from 0 to 1, one per loss: ${curves.map(({ loss }) => loss).join(", ")}.`,
    spec: panelGrid(
      curves.map(({ loss, macro, micro }) => ({
        title: loss,
        colour: lossColour(summary, loss),
        lines: [{ points: macro }, { points: micro, dashed: true }],
      })),
      {
        x: { title: "threshold", domain: [0, 1] },
        y: { title: "F1", domain: [0, 1] },
        xMark: 0.5,
      },
    ),
  };
}
