import { type DatasetContext, DatasetError, readLines } from "@sigf1/datasets";
import { type Layout, parseHeader } from "./parseHeader.js";
import { parseSummary, type Summary } from "./parseSummary.js";

/**
 * Streams the summaries of `MIMIC_RAW_DSUMS` in its order. A summary without a word is left out and counted.
 *
 * @throws DatasetError with file and line when the header or, unless `malformed` is "skip", a line does not parse.
 */
export async function* readSummaries(
  path: string,
  malformed: "error" | "skip",
  skip: DatasetContext<unknown>["skip"],
): AsyncGenerator<Summary & { readonly line: number }, void, undefined> {
  let layout: Layout | undefined;
  for await (const { text, line } of readLines(path)) {
    const place = { file: path, line };
    if (layout === undefined) {
      layout = parseHeader(text, place);
      continue;
    }
    if (text.trim() === "") continue;
    let summary: Summary;
    try {
      summary = parseSummary(text, layout, place);
    } catch (error) {
      if (malformed === "error" || !(error instanceof DatasetError)) throw error;
      skip("the line is malformed", place);
      continue;
    }
    if (/[A-Za-z]{2}/.test(summary.text)) yield { ...summary, line };
    else skip("the summary has no word", place);
  }
}
