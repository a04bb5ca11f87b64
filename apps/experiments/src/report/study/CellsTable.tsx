import { encoderNames } from "../words/encoderNames.js";
import type { StudyCellView } from "./studyView.js";

/** The cells of a study, each with what its data are and a link to its own report. */
export function CellsTable({ cells }: { readonly cells: readonly StudyCellView[] }) {
  const encoders = encoderNames(cells.map(({ results }) => results.encoder?.id ?? "–"));
  return (
    <div class="scroll">
      <table class="cells">
        <thead>
          <tr>
            <th scope="col">Cell</th>
            <th scope="col">Dataset</th>
            <th scope="col">Encoder</th>
            <th scope="col">Decision rule</th>
            <th scope="col">Examples</th>
            <th scope="col">Classes</th>
            <th scope="col">Labels per example</th>
            <th scope="col">Seeds</th>
            <th scope="col">Runs</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ name, folder, results, rule, summary }, i) => (
            <tr key={name}>
              <th scope="row">
                <a href={`${folder.split("/").map(encodeURIComponent).join("/")}/report.html`}>
                  {name}
                </a>
              </th>
              <td>{results.dataset.id}</td>
              <td>{encoders[i]}</td>
              <td>{rule?.decision ?? "–"}</td>
              <td>{results.dataset.examples.toLocaleString("en-US")}</td>
              <td>{results.dataset.classes}</td>
              <td>{results.dataset.cardinality.toFixed(2)}</td>
              <td>{summary.seeds.length}</td>
              <td>
                {results.runs.length === results.planned
                  ? results.planned
                  : `${results.runs.length} of ${results.planned}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
