import { markdownTable } from "./markdownTable.mjs";

/**
 * Prints a Markdown table.
 * @param {Parameters<typeof markdownTable>} table
 */
export function printTable(...table) {
  console.log(markdownTable(...table));
}
