import type { RunRecord } from "../../results/Results.js";
import type { Figure } from "../figures/Figure.js";
import type { FoldedResults } from "../grid/foldVariants.js";
import { posteriors } from "../statistics/posteriors.js";
import type { Summary } from "../statistics/Summary.js";
import { groupWarnings } from "../words/groupWarnings.js";
import { Facts } from "./Facts.js";
import { FigurePlate } from "./FigurePlate.js";
import { Findings } from "./Findings.js";
import { Reproduce } from "./Reproduce.js";
import { Samplers } from "./Samplers.js";
import { styleSheet } from "./styleSheet.js";
import { Tables } from "./Tables.js";
import { Unfinished } from "./Unfinished.js";
import { Warnings } from "./Warnings.js";

/** The whole document. */
export function Page(props: {
  readonly folded: FoldedResults;
  /** All of them, for what they warn of and took. */
  readonly runs: readonly RunRecord[];
  readonly summary: Summary;
  readonly figures: readonly (Figure & { readonly svg: string })[];
}) {
  const { folded, runs, summary, figures } = props;
  const { results } = folded;
  const finished = summary.rules.length > 0;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* The browser itself holds the file to its word: nothing is fetched, nothing runs. */}
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <title>{`${results.experiment}: experiment report`}</title>
        <style dangerouslySetInnerHTML={{ __html: styleSheet }} />
      </head>
      <body>
        <main>
          <header>
            <p class="kicker">Experiment report</p>
            <h1>{results.experiment}</h1>
            <Facts folded={folded} summary={summary} />
          </header>
          <section>
            <h2>Findings</h2>
            <Unfinished results={results} />
            {finished ? <Findings results={results} summary={summary} /> : <p>No run finished.</p>}
          </section>
          <Warnings warnings={groupWarnings(runs, results.failures)} />
          {finished && <Tables folded={folded} summary={summary} />}
          {figures.length > 0 && (
            <section>
              <h2>Figures</h2>
              {figures.map((figure, index) => (
                <FigurePlate
                  key={figure.title}
                  figure={figure}
                  number={index + 1}
                  svg={figure.svg}
                />
              ))}
            </section>
          )}
          <Samplers posteriors={posteriors(folded.runs, summary.losses)} summary={summary} />
          <Reproduce results={results} runs={runs} />
        </main>
      </body>
    </html>
  );
}
