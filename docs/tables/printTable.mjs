/**
 * Prints a Markdown table.
 * @param {string} head of the column of row names
 * @param {readonly string[]} rows
 * @param {readonly { readonly title: string, readonly cells: ReadonlyMap<string, string> }[]} columns
 */
export function printTable(head, rows, columns) {
  const line = (cells) => console.log(`| ${cells.join(" | ")} |`);
  line([head, ...columns.map(({ title }) => title)]);
  line(["---", ...columns.map(() => "---")]);
  for (const row of rows) line([row, ...columns.map(({ cells }) => cells.get(row))]);
}
