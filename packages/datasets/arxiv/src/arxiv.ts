import {
  type Dataset,
  type DatasetContext,
  DatasetError,
  defineDataset,
  type Example,
  jsonBlocks,
  rareLabelFilter,
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
  // No generator more than needed: each costs a tenth of the time of reading.
  examples: (context) => (context.options.minCount > 1 ? withoutRare(context) : drawn(context)),
});

async function* withoutRare(context: Context): AsyncGenerator<Example<string>, void, undefined> {
  for await (const paper of rareLabelFilter(context, context.options.minCount, drawn)) {
    if (paper.labels.length > 0) yield paper;
    else context.skip("no category is held by minCount papers", { file: paper.id });
  }
}

function drawn(context: Context): AsyncIterable<Example<string>> {
  const { sample, seed } = context.options;
  const papers = selected(context);
  return sample === null ? papers : reservoirSample(papers, sample, seed);
}

/** The papers of the years and categories that are asked for. */
async function* selected({
  options,
  file,
  find,
  skip,
}: Context): AsyncGenerator<Example<string>, void, undefined> {
  const path = (await find(snapshot)) ?? (await find(`${snapshot}.gz`)) ?? (await file(snapshot));
  const refuse = (error: DatasetError, reason: string) => {
    if (options.malformed === "error") throw error;
    skip(reason, { file: path, ...(error.line !== undefined && { line: error.line }) });
  };
  const onMalformed = (error: DatasetError) => refuse(error, "the line is no JSON");
  const place = { file: path, line: 0 };
  for await (const block of jsonBlocks(path, { onMalformed })) {
    for (const { value, line } of block) {
      place.line = line;
      let paper: Paper;
      try {
        paper = parsePaper(value, place);
        if (!isWanted(paper, options, place)) continue;
      } catch (error) {
        if (!(error instanceof DatasetError)) throw error;
        refuse(error, "the record lacks a field");
        continue;
      }
      yield { id: paper.id, input: paper.text, labels: paper.categories };
    }
  }
}
