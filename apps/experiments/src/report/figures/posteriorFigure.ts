import type { RunRecord } from "../../results/Results.js";
import { isOverExamples } from "../statistics/isOverExamples.js";
import { kernelDensity } from "../statistics/kernelDensity.js";
import { kernelWidth } from "../statistics/kernelWidth.js";
import type { Summary } from "../statistics/Summary.js";
import { sentences } from "../words/sentences.js";
import type { Band } from "./Band.js";
import { bandOver } from "./bandOver.js";
import type { Figure } from "./Figure.js";
import { lossColour } from "./lossColour.js";
import { panelGrid } from "./panelGrid.js";

/** Points of a density curve. */
const POINTS = 80;
/** Kernel widths that a curve goes beyond the draws: there the density has come down. */
const TAIL = 3;

/** Densities of what the losses' samplers drew last; undefined when no run kept draws. */
export function posteriorFigure(
  runs: readonly RunRecord[],
  summary: Pick<Summary, "losses" | "series">,
): Figure | undefined {
  const posteriors = summary.losses.flatMap((loss) =>
    drawsOf(runs, loss).map(([name, seeds]) => ({ loss, name, ...densities(seeds) })),
  );
  if (posteriors.length === 0) return undefined;
  return {
    title: "Posterior of sampled parameters",
    caption: sentences(
      "Density (Gaussian kernel) of draws made after training, with the weights of the best epoch, on one batch: the first rows of the training part. Grey: one seed. Coloured: their mean; each seed has a network, and so a posterior, of its own.",
      posteriors.some(({ name }) => isOverExamples(name)) &&
        "Over examples: each draw is a mean over the examples of the batch, which varies far less than one example's.",
      "Whether the draws can be relied on is in the table of samplers.",
    ),
    label: `Line charts of the posterior density of ${posteriors.map(({ loss, name }) => `${name} of ${loss}`).join(", ")}.`,
    spec: panelGrid(
      posteriors.map(({ loss, name, mean, seeds }) => ({
        title: `${name} of ${loss}`,
        colour: lossColour(summary, loss),
        lines: [{ points: mean }],
        context: seeds,
      })),
      { x: { title: "value" }, y: { title: "density", zero: true } },
    ),
  };
}

/** Parameter → the draws of each seed. */
function drawsOf(
  runs: readonly RunRecord[],
  loss: string,
): readonly (readonly [string, number[][]])[] {
  const draws = new Map<string, number[][]>();
  for (const run of runs.filter((each) => each.loss === loss)) {
    for (const { name, values } of run.diagnostics?.parameters ?? []) {
      // A density takes two different draws.
      if (values === undefined || new Set(values).size < 2) continue;
      draws.set(name, [...(draws.get(name) ?? []), [...values]]);
    }
  }
  return [...draws];
}

function densities(seeds: readonly (readonly number[])[]) {
  const tails = seeds.map((values) => TAIL * kernelWidth(values));
  const low = Math.min(...seeds.map((values, i) => Math.min(...values) - tails[i]!)); // one each
  const high = Math.max(...seeds.map((values, i) => Math.max(...values) + tails[i]!));
  const xs = Array.from({ length: POINTS }, (_, i) => low + ((high - low) * i) / (POINTS - 1));
  const curves = seeds.map((values) => {
    const density = kernelDensity(values);
    return xs.map((x) => ({ x, y: density(x) }));
  });
  const line = (points: readonly Band[]) =>
    points.map((point) => ({ ...point, low: point.mean, high: point.mean }));
  return {
    mean: line(bandOver(curves)),
    seeds: seeds.length > 1 ? curves.map((curve) => bandOver([curve])) : [],
  };
}
