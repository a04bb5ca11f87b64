import type { DrawnFigure, Figure } from "./Figure.js";
import type { FigureGroup } from "./FigureGroup.js";
import { renderSvg } from "./renderSvg.js";

/** Draws every figure, and numbers them through all groups. */
export async function drawFigures(
  groups: readonly FigureGroup[],
): Promise<readonly FigureGroup<DrawnFigure>[]> {
  let number = 0;
  const draw = async (figure: Figure): Promise<DrawnFigure> => {
    number += 1;
    return { ...figure, number, svg: await renderSvg(figure.spec) };
  };
  const drawn: FigureGroup<DrawnFigure>[] = [];
  for (const { title, figures } of groups) {
    const group: DrawnFigure[] = [];
    for (const figure of figures) group.push(await draw(figure));
    drawn.push({ title, figures: group });
  }
  return drawn;
}
