import { Document } from "../components/Document.js";
import { Figures } from "../components/Figures.js";
import { Reproduce } from "../components/Reproduce.js";
import type { DrawnFigure } from "../figures/Figure.js";
import type { FigureGroup } from "../figures/FigureGroup.js";
import { CellsTable } from "./CellsTable.js";
import { StudyFindings } from "./StudyFindings.js";
import type { StudyReportInput } from "./StudyReportInput.js";
import { StudyTable } from "./StudyTable.js";
import { studyNote } from "./studyNote.js";
import type { StudyView } from "./studyView.js";

/** The whole report of a study. */
export function StudyPage(props: {
  readonly input: StudyReportInput;
  readonly view: StudyView;
  readonly figures: readonly FigureGroup<DrawnFigure>[];
}) {
  const { input, view, figures } = props;
  const { experiment, command, environment, settings } = input;
  const runs = view.cells.reduce((sum, { results }) => sum + results.runs.length, 0);
  return (
    <Document title={`${experiment}: study report`}>
      <header>
        <p class="kicker">Study report</p>
        <h1>{experiment}</h1>
      </header>
      <section>
        <h2>Cells</h2>
        <CellsTable cells={view.cells} />
        <p class="note">Each cell has a report of its own.</p>
      </section>
      <section>
        <h2>Findings</h2>
        <StudyFindings view={view} />
      </section>
      <section>
        <h2>Results</h2>
        <StudyTable view={view} metric="exampleF1" ranks={view.ranking !== undefined} />
        <p class="note">
          {studyNote(view)} Grey rows: trivial baselines.
          <span class="screen"> A click on a heading sorts by it.</span>
        </p>
        <details>
          <summary>microF1 and macroF1</summary>
          <StudyTable view={view} metric="microF1" />
          <StudyTable view={view} metric="macroF1" />
        </details>
      </section>
      <Figures groups={figures} />
      <Reproduce
        command={command}
        settings={settings}
        environment={environment}
        effort={`${runs} runs in ${view.cells.length} cells.`}
      />
    </Document>
  );
}
