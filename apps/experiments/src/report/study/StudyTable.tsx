import type { RowMetrics } from "../../results/Results.js";
import { LossName } from "../components/LossName.js";
import type { StudyCellView, StudyView } from "./studyView.js";

/** One metric of every loss and trivial baseline (rows) on every cell (columns), with mean ranks where they are given. */
export function StudyTable(props: {
  readonly view: StudyView;
  readonly metric: keyof RowMetrics;
  readonly ranks?: boolean;
}) {
  const { view, metric, ranks = false } = props;
  const { cells, ranking, losses, baselines } = view;
  const rankOf = (loss: string) => ranking?.methods.find(({ name }) => name === loss)?.meanRank;
  const row = (name: string) => (
    <tr key={name}>
      <th scope="row">
        <LossName name={name} summary={view} />
      </th>
      {cells.map((cell) => (
        <StudyFigure key={cell.name} cell={cell} name={name} metric={metric} />
      ))}
      {ranks && <td data-value={rankOf(name) ?? ""}>{rankOf(name)?.toFixed(2) ?? "–"}</td>}
    </tr>
  );
  const columns = cells.length + (ranks ? 1 : 0);
  return (
    <div class="scroll">
      <table class="results sortable" style={{ "--columns": columns }}>
        <colgroup>
          <col class="name" />
          <col span={columns} />
        </colgroup>
        <caption>
          <code>{metric}</code>
        </caption>
        <thead>
          <tr>
            <th scope="col" data-column={0} data-sort="ascending">
              Loss
            </th>
            {cells.map(({ name, rule }, i) => (
              <th key={name} scope="col" data-column={i + 1} data-sort="descending">
                {name}
                {rule && <small> {rule.decision}</small>}
              </th>
            ))}
            {ranks && (
              <th scope="col" data-column={columns} data-sort="ascending">
                Mean rank
              </th>
            )}
          </tr>
        </thead>
        <tbody>{losses.map(row)}</tbody>
        {baselines.length > 0 && <tbody class="baselines">{baselines.map(row)}</tbody>}
      </table>
    </div>
  );
}

function StudyFigure(props: {
  readonly cell: StudyCellView;
  readonly name: string;
  readonly metric: keyof RowMetrics;
}) {
  const { losses = [], baselines = [] } = props.cell.rule ?? {};
  const figure = [...losses, ...baselines].find(({ name }) => name === props.name)?.cells[
    props.metric
  ];
  if (figure === undefined) return <td data-value="">–</td>;
  const mean = figure.mean.toFixed(3);
  return (
    <td class={figure.best ? "best" : undefined} data-value={figure.mean.toPrecision(6)}>
      {figure.best ? <strong>{mean}</strong> : mean}
      {figure.halfWidth !== undefined && (
        <span class="interval">±{figure.halfWidth.toFixed(3)}</span>
      )}
    </td>
  );
}
