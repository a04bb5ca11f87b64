import type { Results } from "../../results/Results.js";

/** What the page is; of a cell, with the way back to the page over all cells of its study. */
export function Kicker(props: {
  readonly results: Pick<Results, "experiment" | "cell">;
  /** Where that page is. */
  readonly studyPage?: string;
}) {
  const { results, studyPage } = props;
  if (results.cell === undefined) return <p class="kicker">Experiment report</p>;
  const study = results.experiment;
  return (
    <p class="kicker">
      Report on a cell of the study {studyPage ? <a href={studyPage}>{study}</a> : study}
    </p>
  );
}
