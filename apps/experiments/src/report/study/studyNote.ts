import { sentences } from "../words/sentences.js";
import type { StudyView } from "./studyView.js";

/** What a mean, an interval, a mark, a dash and a rank in the tables of a study are. */
export function studyNote({ chosen, ranking }: Pick<StudyView, "chosen" | "ranking">): string {
  return sentences(
    "Mean over the cell's seeds ± half its interval, on the test part, under the cell's decision rule: the one with the best mean exampleF1 over the cell's losses on its validation part.",
    "Bold: better than every other loss of the cell by the cell's paired test.",
    ranking !== undefined &&
      "Mean rank: in exampleF1 over the cells, 1 the best, of the losses that every cell has.",
    `–: the cell has no finished run of it${ranking === undefined ? "" : "; in the column of ranks: not ranked"}.`,
    chosen.size > 0 &&
      "Chosen: of a loss of which there are variants the one with the best mean exampleF1 on the cell's validation part (of those without added corruption, where there are any); the cells' own tables have the file's own values, too.",
  );
}
