import type { Config } from "vega-lite";

/** The look of every figure; colours are the page's CSS variables, so that dark, light and print follow the page. */
export const figureConfig: Config = {
  aria: false,
  background: "transparent",
  font: "system-ui, sans-serif",
  view: { stroke: null },
  axis: {
    labelColor: "var(--muted)",
    labelFontSize: 11,
    titleColor: "var(--muted)",
    titleFontSize: 11,
    titleFontWeight: "normal",
    domainColor: "var(--line)",
    tickColor: "var(--line)",
    gridColor: "var(--hairline)",
    tickSize: 4,
    labelFlush: false,
  },
  title: {
    color: "var(--text)",
    fontSize: 13,
    fontWeight: 600,
    anchor: "start",
    frame: "group",
    offset: 8,
  },
};
