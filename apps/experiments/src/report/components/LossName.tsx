import { lossColour } from "../figures/lossColour.js";

/** A name with the colour it has in the figures; a trivial baseline has none. */
export function LossName({
  name,
  losses,
}: {
  readonly name: string;
  readonly losses: readonly string[];
}) {
  const background = losses.includes(name) ? lossColour(losses, name) : "transparent";
  return (
    <span>
      <i class="swatch" style={{ background }} />
      {name}
    </span>
  );
}
