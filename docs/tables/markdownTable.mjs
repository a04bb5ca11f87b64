/**
 * A Markdown table.
 * @param {string} head of the column of row names
 * @param {readonly string[]} rows
 * @param {readonly { readonly title: string, readonly cells: ReadonlyMap<string, string> }[]} columns
 * @returns {string}
 */
export function markdownTable(head, rows, columns) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [
    line([head, ...columns.map(({ title }) => title)]),
    line(["---", ...columns.map(() => "---")]),
    ...rows.map((row) => line([row, ...columns.map(({ cells }) => cells.get(row))])),
  ].join("\n");
}
