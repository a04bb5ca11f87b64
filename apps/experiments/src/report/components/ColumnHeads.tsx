import type { MetricColumn } from "../statistics/MetricColumn.js";

/** Two rows of headings, by which the table is sorted: neighbouring columns of one group share the upper one. */
export function ColumnHeads(props: { readonly columns: readonly MetricColumn[] }) {
  const groups: { readonly name: string; readonly columns: MetricColumn[] }[] = [];
  for (const column of props.columns) {
    const last = groups.at(-1);
    if (last !== undefined && column.group !== "" && last.name === column.group) {
      last.columns.push(column);
    } else {
      groups.push({ name: column.group, columns: [column] });
    }
  }
  const order = (column: MetricColumn) => ({
    "data-column": props.columns.indexOf(column) + 1,
    "data-sort": column.better === "low" ? "ascending" : "descending",
  });
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} data-column={0} data-sort="ascending">
          Loss
        </th>
        {groups.map(({ name, columns }) => {
          const [first] = columns;
          if (first === undefined) return null;
          return name === "" ? (
            <th key={first.key} scope="col" rowSpan={2} title={first.key} {...order(first)}>
              {first.label}
              {first.better === "low" && "\u00a0↓"}
            </th>
          ) : (
            <th key={first.key} scope="colgroup" colSpan={columns.length} class="group">
              <span>{name}</span>
            </th>
          );
        })}
      </tr>
      <tr>
        {groups
          .filter(({ name }) => name !== "")
          .flatMap(({ columns }) => columns)
          .map((column) => (
            <th key={column.key} scope="col" title={column.key} {...order(column)}>
              {column.label}
            </th>
          ))}
      </tr>
    </thead>
  );
}
