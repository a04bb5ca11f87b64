import type { MetricColumn } from "../statistics/MetricColumn.js";
import type { RuleSummary, Summary, SummaryRow } from "../statistics/Summary.js";
import { ColumnHeads } from "./ColumnHeads.js";
import { FigureCell } from "./FigureCell.js";
import { LossName } from "./LossName.js";

/** One decision rule: losses, then the trivial baselines set apart. */
export function ResultsTable(props: {
  readonly rule: RuleSummary;
  readonly summary: Summary;
  readonly columns: readonly MetricColumn[];
}) {
  const { rule, summary, columns } = props;
  const rows = [...rule.losses, ...rule.baselines];
  const intervals = rows.some(({ seeds }) => seeds.length > 1);
  const body = (row: SummaryRow) => (
    <tr key={row.name}>
      <th scope="row">
        <LossName name={row.name} summary={summary} />
        {row.seeds.length < summary.seeds.length && <small> n = {row.seeds.length}</small>}
      </th>
      {columns.map((column) => (
        <FigureCell
          key={column.key}
          cell={row.cells[column.key]}
          column={column}
          intervals={intervals}
        />
      ))}
    </tr>
  );
  return (
    <div class="scroll">
      <table class="results sortable" style={{ "--columns": columns.length }}>
        <colgroup>
          <col class="name" />
          <col span={columns.length} />
        </colgroup>
        <caption>
          Decision rule <code>{rule.decision}</code>
        </caption>
        <ColumnHeads columns={columns} />
        <tbody>{rule.losses.map(body)}</tbody>
        {rule.baselines.length > 0 && <tbody class="baselines">{rule.baselines.map(body)}</tbody>}
      </table>
    </div>
  );
}
