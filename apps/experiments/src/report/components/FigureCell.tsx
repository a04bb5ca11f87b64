import type { MetricColumn } from "../statistics/MetricColumn.js";
import type { SummaryCell } from "../statistics/Summary.js";

/** Mean and interval of one figure, in bold where it may be called best. */
export function FigureCell(props: {
  readonly cell: SummaryCell;
  readonly column: MetricColumn;
  /** Whether any cell of the table has an interval, so that every cell keeps its place. */
  readonly intervals: boolean;
}) {
  const { cell, column, intervals } = props;
  const mean = cell.mean.toFixed(column.digits);
  return (
    <td class={cell.best ? "best" : undefined} data-value={cell.mean.toPrecision(6)}>
      {cell.best ? <strong>{mean}</strong> : mean}
      {intervals && (
        <span class="interval">
          {cell.halfWidth === undefined ? "" : `±${cell.halfWidth.toFixed(column.digits)}`}
        </span>
      )}
    </td>
  );
}
