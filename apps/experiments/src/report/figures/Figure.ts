import type { TopLevelSpec } from "vega-lite";

/** A figure before it is drawn. */
export interface Figure {
  readonly title: string;
  /** What is drawn and how to read it; shown under the title. */
  readonly caption: string;
  /** What a reader who cannot see the figure is told. */
  readonly label: string;
  readonly spec: TopLevelSpec;
}

/** A figure as it stands in a report. */
export interface DrawnFigure extends Figure {
  /** From 1. */
  readonly number: number;
  /** An SVG element. */
  readonly svg: string;
}
