import type { StudyView } from "../study/studyView.js";
import { markedName } from "../words/markedName.js";
import type { TextTable } from "./TextTable.js";

/** `exampleF1` of every loss and trivial baseline on every cell of a study, and the losses' mean ranks. */
export function studyTable(view: StudyView): TextTable {
  const { cells, losses, baselines, ranking } = view;
  const row = (name: string) => {
    const figures = cells.map(({ rule }) => {
      const rows = [...(rule?.losses ?? []), ...(rule?.baselines ?? [])];
      const figure = rows.find((each) => each.name === name)?.cells.exampleF1;
      return figure && { ...figure, digits: 3 };
    });
    const rank = ranking?.methods.find((method) => method.name === name)?.meanRank;
    return {
      name: markedName(name, view),
      cells: ranking
        ? [...figures, rank === undefined ? undefined : { mean: rank, digits: 2 }]
        : figures,
    };
  };
  return {
    heads: [...cells.map(({ name }) => name), ...(ranking ? ["mean rank"] : [])],
    losses: losses.map(row),
    baselines: baselines.map(row),
  };
}
