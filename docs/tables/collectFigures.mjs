/**
 * Collects the figures of a table: `columns` is title → row → values in the order added.
 * @returns {{ columns: Map<string, Map<string, number[]>>, add: (title: string, row: string, value: number) => void }}
 */
export function collectFigures() {
  const columns = new Map();
  const add = (title, row, value) => {
    if (!columns.has(title)) columns.set(title, new Map());
    const column = columns.get(title);
    column.set(row, [...(column.get(row) ?? []), value]);
  };
  return { columns, add };
}
