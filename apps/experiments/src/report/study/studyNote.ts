/** What a mean, an interval, a mark and a rank in the tables of a study are. */
export const studyNote =
  "Mean over the cell's seeds ± half its interval, on the test part, under the cell's decision rule: the one with the best mean exampleF1 over the cell's losses on its validation part. Bold: better than every other loss of the cell by the cell's paired test. Mean rank: in exampleF1 over the cells, 1 the best, of the losses that every cell has.";
