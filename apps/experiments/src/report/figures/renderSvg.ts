import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { figureConfig } from "./figureConfig.js";

/** Draws a vega-lite figure as an SVG element, in the font of the page. Its data must be inline: nothing is loaded. */
export async function renderSvg(spec: TopLevelSpec): Promise<string> {
  const view = new View(parse(compile(spec, { config: figureConfig }).spec), { renderer: "none" });
  try {
    return sparing(await view.toSVG());
  } finally {
    view.finalize();
  }
}

/**
 * The same in two thirds of the length: to a hundredth of a pixel, without what is not shown, says what holds anyway or
 * names the font, which is the page's. The page describes the figure. Texts stay as they are.
 */
function sparing(svg: string): string {
  return svg
    .replace(/<path[^>]* display="none"\/>/g, "")
    .replace(/<[^>]+>/g, (tag) =>
      tag
        .replace(/ (?:aria-[a-z]+|role|font-family|pointer-events)="[^"]*"| opacity="1"/g, "")
        .replace(/-?\d+\.\d{3,}(?!\d)/g, (number) => String(Number(Number(number).toFixed(2)))),
    );
}
