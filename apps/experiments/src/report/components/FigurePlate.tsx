import type { DrawnFigure } from "../figures/Figure.js";

/** A drawn figure with its number, title and caption. */
export function FigurePlate({ figure }: { readonly figure: DrawnFigure }) {
  return (
    <figure>
      <figcaption>
        <strong>
          Figure {figure.number}. {figure.title}.
        </strong>{" "}
        {figure.caption}
      </figcaption>
      {/* The SVG is vega's own output, whose text vega escapes. */}
      <div role="img" aria-label={figure.label} dangerouslySetInnerHTML={{ __html: figure.svg }} />
    </figure>
  );
}
