import type { TopLevelSpec } from "vega-lite";

/** A vega-lite figure of panels set in a grid. */
export type GridSpec = Extract<TopLevelSpec, { concat: unknown }>;

/** One panel of it, of layers. */
export type GridPanel = Extract<GridSpec["concat"][number], { layer: unknown }>;

/** One layer of a panel. */
export type GridLayer = GridPanel["layer"][number];
