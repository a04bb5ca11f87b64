import { writeFile } from "node:fs/promises";
import { parse, View } from "vega";
import { compile } from "vega-lite";

const config = {
  aria: false,
  background: "white",
  font: "system-ui, sans-serif",
  view: { stroke: null },
  rect: { strokeWidth: 0 },
  axis: { labelColor: "#555", titleColor: "#555", titleFontWeight: "normal", gridColor: "#eee" },
  title: {
    color: "#222",
    fontSize: 13,
    fontWeight: 600,
    anchor: "start",
    frame: "group",
    offset: 8,
  },
  legend: { labelColor: "#555", titleColor: "#555", titleFontWeight: "normal" },
};

/** Draws a vega-lite figure into an SVG file of this folder; `title` is read out where it can't be seen. */
export async function draw(filename, title, spec) {
  const view = new View(parse(compile(spec, { config }).spec), { renderer: "none" });
  const svg = (await view.toSVG()).replace(">", `><title>${title}</title>`);
  await writeFile(new URL(filename, import.meta.url), `${svg}\n`);
  view.finalize();
}
