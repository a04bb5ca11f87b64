import type { Figure } from "./Figure.js";

/** Figures that belong together, under one heading. */
export interface FigureGroup<Drawn extends Figure = Figure> {
  readonly title: string;
  readonly figures: readonly Drawn[];
}
