import type { DrawnFigure } from "../figures/Figure.js";
import type { FigureGroup } from "../figures/FigureGroup.js";
import { FigurePlate } from "./FigurePlate.js";

/** The figures, group by group. */
export function Figures(props: {
  readonly groups: readonly FigureGroup<DrawnFigure>[];
  /** What holds for them all. */
  readonly note?: string;
}) {
  const { groups, note } = props;
  if (groups.length === 0) return null;
  return (
    <section>
      <h2>Figures</h2>
      {note !== undefined && <p class="note">{note}</p>}
      {groups.map(({ title, figures }) => (
        <section key={title}>
          <h3>{title}</h3>
          {figures.map((figure) => (
            <FigurePlate key={figure.number} figure={figure} />
          ))}
        </section>
      ))}
    </section>
  );
}
