import type { RunRecord } from "../../results/Results.js";
import { type Posterior, posteriors } from "../statistics/posteriors.js";
import type { Summary } from "../statistics/Summary.js";
import { overSeeds } from "../words/overSeeds.js";
import type { Band } from "./Band.js";
import type { Figure } from "./Figure.js";
import { lossColour } from "./lossColour.js";
import { panelGrid } from "./panelGrid.js";

/** Mean and SD of parameters that a loss samples for each class (`beta[0]`, …); undefined when none does. */
export function posteriorByClassFigure(
  runs: readonly RunRecord[],
  summary: Pick<Summary, "losses" | "series" | "seeds">,
): Figure | undefined {
  const panels = new Map<string, { loss: string; points: Band[] }>();
  for (const row of posteriors(runs, summary.losses)) {
    const found = ofClass(row);
    if (found === undefined) continue;
    const title = `${found.name} of ${row.loss}`;
    const panel = panels.get(title) ?? { loss: row.loss, points: [] };
    panel.points.push(found.point);
    panels.set(title, panel);
  }
  if (panels.size === 0) return undefined;
  return {
    title: "Posterior of the parameters of each class",
    caption: `Dot: posterior mean of a class, ${overSeeds(summary)}, of draws made after training, with the weights of the best epoch, on one batch: the first rows of the training part. Band: one posterior standard deviation on either side. Classes in the order of the data, from 0. Whether the draws can be relied on is in the table of samplers.`,
    label: `Charts of the posterior mean and standard deviation by class: ${[...panels.keys()].join(", ")}.`,
    spec: panelGrid(
      [...panels].map(([title, { loss, points }]) => ({
        title,
        colour: lossColour(summary, loss),
        lines: [{ points, dots: true }],
      })),
      { x: { title: "class", minStep: 1 }, y: { title: "posterior mean ± SD" } },
    ),
  };
}

function ofClass({ parameter, mean, sd }: Posterior): { name: string; point: Band } | undefined {
  const [, name, index] = /^(.+)\[(\d+)\]$/.exec(parameter) ?? [];
  if (name === undefined || mean === undefined || sd === undefined) return undefined;
  return { name, point: { x: Number(index), mean, low: mean - sd, high: mean + sd } };
}
