import { lossColour } from "../figures/lossColour.js";
import type { Summary } from "../statistics/Summary.js";
import type { Marks } from "../words/markedName.js";

/** A name with the colour it has in the figures, which a trivial baseline has not; a classical one is marked, and a chosen variant. */
export function LossName(props: {
  readonly name: string;
  readonly summary: Pick<Summary, "series"> & Marks;
}) {
  const { name, summary } = props;
  const background = summary.series.has(name) ? lossColour(summary, name) : "transparent";
  return (
    <span>
      <i class="swatch" style={{ background }} />
      {name}
      {summary.classical.has(name) && <small> baseline</small>}
      {summary.chosen?.has(name) && <small> chosen</small>}
    </span>
  );
}
