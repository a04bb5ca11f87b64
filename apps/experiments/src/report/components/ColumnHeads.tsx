import type { MetricColumn } from "../statistics/MetricColumn.js";

/** Two rows of headings: neighbouring columns of one group share the upper one. */
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
  return (
    <thead>
      <tr>
        <td rowSpan={2} />
        {groups.map(({ name, columns }) => {
          const [first] = columns;
          return name === "" ? (
            <th key={first?.key} scope="col" rowSpan={2} title={first?.key}>
              {first?.label}
              {first?.better === "low" && "\u00a0↓"}
            </th>
          ) : (
            <th key={first?.key} scope="colgroup" colSpan={columns.length} class="group">
              <span>{name}</span>
            </th>
          );
        })}
      </tr>
      <tr>
        {groups
          .filter(({ name }) => name !== "")
          .flatMap(({ columns }) => columns)
          .map(({ key, label }) => (
            <th key={key} scope="col" title={key}>
              {label}
            </th>
          ))}
      </tr>
    </thead>
  );
}
