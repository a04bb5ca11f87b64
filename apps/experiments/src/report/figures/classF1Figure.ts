import type { RunRecord } from "../../results/Results.js";
import type { ScoreFigures } from "../../results/ScoreFigures.js";
import { meanOf } from "../statistics/meanOf.js";
import type { Summary } from "../statistics/Summary.js";
import { overSeeds } from "../words/overSeeds.js";
import { sentences } from "../words/sentences.js";
import type { Figure } from "./Figure.js";
import { figuresOf } from "./figuresOf.js";
import { lossColour } from "./lossColour.js";
import { type PanelDot, panelGrid } from "./panelGrid.js";

/** Dots of the whole figure: each takes some 150 bytes of the page. */
const MOST = 4000;

/** F1 of each class against how frequent it is, per loss, under one rule; undefined when no run recorded it. */
export function classF1Figure(
  runs: readonly RunRecord[],
  summary: Summary,
  decision: string,
): Figure | undefined {
  const all = figuresOf(runs, summary).map(({ loss, figures }) => ({
    loss,
    dots: classDots(figures, decision),
    of: figures[0]?.classes.of ?? 0,
  }));
  const each = Math.floor(MOST / Math.max(1, all.length));
  const panels = all
    .filter(({ dots }) => dots.length > 0)
    .map(({ loss, dots, of }) => ({ loss, of, dots: thinned(dots, each) }));
  const dots = panels.flatMap((panel) => panel.dots);
  if (dots.length === 0) return undefined;
  const frequencies = dots.map(({ x }) => x);
  const [least, most] = [Math.min(...frequencies), Math.max(...frequencies)];
  const classes = Math.max(...panels.map(({ of }) => of));
  const shown = Math.max(...panels.map((panel) => panel.dots.length));
  return {
    title: `F1 of each class against its frequency, with ${decision}`,
    caption: sentences(
      `Dot: a class, ${overSeeds(summary)}, on the test part. To the left the rare classes: share of the test examples that have the class, logarithmic. Classes without any are left out.`,
      shown < classes && `Of ${classes} classes ${shown} are drawn.`,
      "The rule is the one that validation chooses over all losses.",
    ),
    label: `Scatter plots of F1 by class against the share of examples that have the class, one per loss: ${panels.map(({ loss }) => loss).join(", ")}.`,
    spec: panelGrid(
      panels.map((panel) => ({
        title: panel.loss,
        colour: lossColour(summary, panel.loss),
        scatter: panel.dots,
      })),
      {
        x: {
          title: "share of examples with the class",
          domain: [least / 1.15, Math.min(1, most * 1.15)],
          log: true,
        },
        y: { title: "F1", domain: [0, 1] },
      },
    ),
  };
}

/** A dot per class that some seed's test part has, over these seeds. */
function classDots(seeds: readonly ScoreFigures[], decision: string): readonly PanelDot[] {
  const classes = seeds[0]?.classes.frequencies.length ?? 0;
  return Array.from({ length: classes }, (_, j) =>
    seeds.flatMap(({ classes: { frequencies }, decisions }) => {
      const [x, y] = [frequencies[j] ?? 0, decisions[decision]?.classF1[j]];
      return x > 0 && y !== undefined ? [{ x, y }] : [];
    }),
  )
    .filter((points) => points.length > 0)
    .map((points) => ({
      x: meanOf(points.map(({ x }) => x)),
      y: meanOf(points.map(({ y }) => y)),
    }));
}

/** At most so many, at equal distances in the order given. */
function thinned<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  return items.filter(
    (_, i) => Math.floor((i * most) / items.length) !== Math.floor(((i - 1) * most) / items.length),
  );
}
