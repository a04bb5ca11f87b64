import type { DrawnFigure } from "../figures/Figure.js";

/** A drawn figure with its number, title and caption. */
export function FigurePlate({ figure }: { readonly figure: DrawnFigure }) {
  return (
    <figure class={isWide(figure.svg) ? "wide" : undefined}>
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

/** Whether a figure is so wide for its height that on paper it may be made smaller. */
function isWide(svg: string): boolean {
  const [, width = "0", height = "0"] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return Number(height) < 0.8 * Number(width);
}
