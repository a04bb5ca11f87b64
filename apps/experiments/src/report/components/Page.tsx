import type { Results, RunRecord } from "../../results/Results.js";
import { drawnLosses } from "../figures/drawnLosses.js";
import type { DrawnFigure } from "../figures/Figure.js";
import type { FigureGroup } from "../figures/FigureGroup.js";
import type { FoldedResults } from "../grid/foldVariants.js";
import { shownSettings } from "../grid/shownSettings.js";
import { posteriors } from "../statistics/posteriors.js";
import type { Summary } from "../statistics/Summary.js";
import { searchedSettings } from "../statistics/searchedSettings.js";
import { groupWarnings } from "../words/groupWarnings.js";
import { titleOf } from "../words/titleOf.js";
import { Document } from "./Document.js";
import { Facts } from "./Facts.js";
import { Figures } from "./Figures.js";
import { Findings } from "./Findings.js";
import { Kicker } from "./Kicker.js";
import { Reproduce } from "./Reproduce.js";
import { Samplers } from "./Samplers.js";
import { Searches } from "./Searches.js";
import { Tables } from "./Tables.js";
import { Unfinished } from "./Unfinished.js";
import { Warnings } from "./Warnings.js";

/** The whole report of an experiment. */
export function Page(props: {
  readonly folded: FoldedResults;
  /** All of them, for what they warn of and took. */
  readonly runs: readonly RunRecord[];
  readonly summary: Summary;
  readonly figures: readonly FigureGroup<DrawnFigure>[];
  readonly studyPage?: string;
}) {
  const { folded, runs, summary, figures, studyPage } = props;
  const { results } = folded;
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  const finished = summary.rules.length > 0;
  return (
    <Document title={`${titleOf(results)}: experiment report`}>
      <header>
        <Kicker results={results} {...(studyPage && { studyPage })} />
        <h1>{titleOf(results)}</h1>
        <Facts folded={folded} summary={summary} />
      </header>
      <section>
        <h2>Findings</h2>
        <Unfinished results={results} />
        {finished ? <Findings results={results} summary={summary} /> : <p>No run finished.</p>}
      </section>
      <Warnings warnings={groupWarnings(runs, results.failures)} />
      {finished && <Tables folded={folded} summary={summary} />}
      <Searches searched={searchedSettings(folded.runs, summary.losses)} summary={summary} />
      <Figures groups={figures} {...panelNote(results, summary)} />
      <Samplers posteriors={posteriors(folded.runs, summary.losses)} summary={summary} />
      <Reproduce
        command={results.command}
        settings={shownSettings(results)}
        environment={results.environment}
        effort={`${runs.length} runs, ${seconds.toFixed(0)} seconds of training and evaluation in all.`}
      />
    </Document>
  );
}

/** What is left out of figures with a panel per loss, where something is. */
function panelNote(results: Results, summary: Summary): { readonly note?: string } {
  const drawn = drawnLosses(results, summary).length;
  const { length } = summary.losses;
  return drawn === length
    ? {}
    : {
        note: `Figures with a panel per loss show ${drawn} of ${length} losses, those with the best mean exampleF1 on the validation part over all rules; the tables have all.`,
      };
}
