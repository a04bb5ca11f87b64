import { lossColour } from "../figures/lossColour.js";
import type { Summary } from "../statistics/Summary.js";

/** A name with the colour it has in the figures, which a trivial baseline has not; a classical one is marked. */
export function LossName(props: {
  readonly name: string;
  readonly summary: Pick<Summary, "series" | "classical">;
}) {
  const { name, summary } = props;
  const background = summary.series.has(name) ? lossColour(summary, name) : "transparent";
  return (
    <span>
      <i class="swatch" style={{ background }} />
      {name}
      {summary.classical.has(name) && <small> baseline</small>}
    </span>
  );
}
