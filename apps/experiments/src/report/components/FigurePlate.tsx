import type { Figure } from "../figures/Figure.js";

/** A drawn figure with its number, title and caption. */
export function FigurePlate(props: {
  readonly figure: Figure;
  readonly number: number;
  readonly svg: string;
}) {
  const { figure, number, svg } = props;
  return (
    <figure>
      <figcaption>
        <strong>
          Figure {number}. {figure.title}.
        </strong>{" "}
        {figure.caption}
      </figcaption>
      {/* The SVG is vega's own output, whose text vega escapes. */}
      <div role="img" aria-label={figure.label} dangerouslySetInnerHTML={{ __html: svg }} />
    </figure>
  );
}
