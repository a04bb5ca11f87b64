import { type CsvRecord, DatasetError, readCsv, readZipEntries } from "@sigf1/datasets";

/**
 * Streams the rows of a table of labels: a `.csv`, or a `.zip` that holds exactly one.
 *
 * @throws DatasetError naming the file, and the entry of an archive, as `readCsv` and `readZipEntries` do, and when the
 * archive has no `.csv` or two.
 */
export async function* readLabels(
  path: string,
): AsyncGenerator<CsvRecord & { readonly file: string }> {
  if (!path.endsWith(".zip")) {
    for await (const row of readCsv(path)) yield { ...row, file: path };
    return;
  }
  let table: string | undefined;
  for await (const entry of readZipEntries(path)) {
    if (!/^(?!__MACOSX\/).*\.csv$/.test(entry.path)) continue;
    if (table !== undefined) {
      throw new DatasetError(`the archive holds two tables: ${table} and ${entry.path}`, {
        file: path,
      });
    }
    table = entry.path;
    const file = `${path}/${entry.path}`;
    for await (const row of readCsv(await entry.open(), { file })) yield { ...row, file };
  }
  if (table === undefined) throw new DatasetError("the archive holds no .csv", { file: path });
}
