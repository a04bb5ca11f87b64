import type { RunRecord } from "../../results/Results.js";
import type { Summary } from "../statistics/Summary.js";
import { epochCurves } from "./epochCurves.js";
import type { Figure } from "./Figure.js";
import { lossColour } from "./lossColour.js";
import { panelGrid } from "./panelGrid.js";
import { widestDomain } from "./widestDomain.js";

/** What the losses' schedules stood at in each epoch (β of adaptive-sigmoid-f1); undefined when no loss has one. */
export function scheduleFigure(
  runs: readonly RunRecord[],
  summary: Pick<Summary, "losses" | "series">,
): Figure | undefined {
  const curves = summary.losses.flatMap((loss) =>
    scheduledBy(runs, loss).map((option) => ({
      loss,
      option,
      points: epochCurves(runs, loss, ({ schedule }) => schedule?.[option]),
    })),
  );
  if (curves.length === 0) return undefined;
  const options = [...new Set(curves.map(({ option }) => option))].join(", ");
  return {
    title: `Schedule of ${options} per epoch`,
    caption:
      "What the schedule of a loss stood at; the same for every seed. It is laid out over all epochs of training and ends before its last value where more than half of the seeds have stopped early. The scores of a run are those of its best epoch.",
    label: `Line charts of ${options} per epoch, one per loss with a schedule: ${curves.map(({ loss, points }) => `${loss} from ${points[0]?.mean} to ${points.at(-1)?.mean.toPrecision(3)}`).join(", ")}.`,
    spec: panelGrid(
      curves.map(({ loss, option, points }) => ({
        title: options === option ? loss : `${option} of ${loss}`,
        colour: lossColour(summary, loss),
        lines: [{ points }],
      })),
      {
        x: { title: "epoch", minStep: 1, domain: widestDomain(curves.map(({ points }) => points)) },
        y: { title: options },
      },
    ),
  };
}

function scheduledBy(runs: readonly RunRecord[], loss: string): readonly string[] {
  const records = runs.filter((run) => run.loss === loss).flatMap(({ history }) => history);
  return [...new Set(records.flatMap(({ schedule = {} }) => Object.keys(schedule)))];
}
