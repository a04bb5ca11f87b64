import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { figureConfig } from "./figureConfig.js";

/** Draws a vega-lite figure as an SVG element. Its data must be inline: nothing is loaded. */
export async function renderSvg(spec: TopLevelSpec): Promise<string> {
  const view = new View(parse(compile(spec, { config: figureConfig }).spec), { renderer: "none" });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}
