import {
  type Dataset,
  type DatasetContext,
  DatasetError,
  defineDataset,
  type Example,
  rareLabelFilter,
  readJsonLines,
  reservoirSample,
} from "@sigf1/datasets";
import { type ArxivOptions, arxivOptions } from "./ArxivOptions.js";
import { isWanted } from "./isWanted.js";
import { type Paper, parsePaper } from "./parsePaper.js";

type Context = DatasetContext<ArxivOptions>;

const snapshot = "arxiv-metadata-oai-snapshot.json";
const obtain =
  "Download the dataset Cornell-University/arxiv from https://www.kaggle.com/datasets/Cornell-University/arxiv " +
  `(a free login is needed), unpack it, and put ${snapshot}, as it is or gzipped (${snapshot}.gz), into one of these folders`;

/**
 * arXiv papers (title and abstract) with their categories, streamed from the metadata snapshot in its order; ids are
 * arXiv ids. Nothing but the sample, where one is asked for, is held in memory.
 *
 * @see Clement, Bierbaum, O'Keeffe, Alemi (2019), On the use of arXiv as a dataset, https://arxiv.org/abs/1905.00075
 */
export const arxiv: Dataset<string, ArxivOptions> = defineDataset({
  id: "arxiv",
  version: 1,
  title: "arXiv papers",
  modality: "text",
  citation:
    "Colin B. Clement, Matthew Bierbaum, Kevin P. O'Keeffe, Alexander A. Alemi (2019). " +
    "On the use of arXiv as a dataset. arXiv:1905.00075.",
  license: "CC0-1.0",
  homepage: "https://www.kaggle.com/datasets/Cornell-University/arxiv",
  sources: [
    { filename: snapshot, obtain },
    { filename: `${snapshot}.gz`, obtain },
  ],
  options: arxivOptions,
  async *examples(context) {
    const path =
      (await context.find(snapshot)) ??
      (await context.find(`${snapshot}.gz`)) ??
      (await context.file(snapshot));
    for await (const paper of rareLabelFilter(context, context.options.minCount, (again) =>
      drawn(path, again),
    )) {
      if (paper.labels.length > 0) yield paper;
    }
  },
});

function drawn(path: string, context: Context): AsyncIterable<Example<string>> {
  const { sample, seed } = context.options;
  const papers = selected(path, context);
  return sample === null ? papers : reservoirSample(papers, sample, seed);
}

/** The papers of the years and categories that are asked for. */
async function* selected(
  path: string,
  { options, skip }: Context,
): AsyncGenerator<Example<string>, void, undefined> {
  const refuse = (error: DatasetError, reason: string) => {
    if (options.malformed === "error") throw error;
    skip(reason, { file: path, ...(error.line !== undefined && { line: error.line }) });
  };
  const onMalformed = (error: DatasetError) => refuse(error, "the line is no JSON");
  for await (const { value, line } of readJsonLines(path, { onMalformed })) {
    let paper: Paper;
    let wanted: boolean;
    try {
      paper = parsePaper(value, { file: path, line });
      wanted = isWanted(paper, options, { file: path, line });
    } catch (error) {
      if (!(error instanceof DatasetError)) throw error;
      refuse(error, "the record lacks a field");
      continue;
    }
    if (wanted) yield { id: paper.id, input: paper.text, labels: paper.categories };
  }
}
