import { type Config, optimize } from "svgo";
import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { figureConfig } from "./figureConfig.js";

/** Hundredths of a pixel, and no roles of single marks: the figure has one text. Ids stay, which are unique in a page. */
const sparing: Config = {
  floatPrecision: 2,
  plugins: [
    { name: "preset-default", params: { overrides: { cleanupIds: false } } },
    { name: "removeAttrs", params: { attrs: "(aria-.*|role|pointer-events|font-family)" } },
  ],
};

/** Draws a vega-lite figure as an SVG element, in the font of the page. Its data must be inline: nothing is loaded. */
export async function renderSvg(spec: TopLevelSpec): Promise<string> {
  const view = new View(parse(compile(spec, { config: figureConfig }).spec), { renderer: "none" });
  try {
    return optimize(await view.toSVG(), sparing).data;
  } finally {
    view.finalize();
  }
}
