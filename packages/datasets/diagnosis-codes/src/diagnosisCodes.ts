import {
  type Dataset,
  type DatasetContext,
  DatasetError,
  defineDataset,
  type Example,
  rareLabelFilter,
} from "@sigf1/datasets";
import { type DiagnosisCodesOptions, diagnosisCodesOptions } from "./DiagnosisCodesOptions.js";
import { perotteSplit } from "./perotteSplit.js";
import { readCodeTree } from "./readCodeTree.js";
import { readSummaries } from "./readSummaries.js";

const summaries = "MIMIC_RAW_DSUMS";
const tree = "ICD9_parent_child_relations";
const homepage = "https://archive.physionet.org/works/ICD9CodingofDischargeSummaries/";
const access = `Get credentialed access to MIMIC at https://physionet.org, then fetch the files of ${homepage}`;

/**
 * Discharge summaries of intensive care (MIMIC-II) with their ICD-9 diagnosis codes, in the file's order; ids are
 * `<subject id>-<hospital admission id>`. The official split "perotte" is by the file's order.
 *
 * @see Perotte et al. (2014), Diagnosis code assignment: models and evaluation metrics, JAMIA 21(2):231–237,
 * https://doi.org/10.1136/amiajnl-2013-002159
 */
export const diagnosisCodes: Dataset<string, DiagnosisCodesOptions> = defineDataset({
  id: "diagnosis-codes",
  version: 1,
  title: "Diagnosis codes of discharge summaries",
  modality: "text",
  citation:
    "Adler Perotte, Rimma Pivovarov, Karthik Natarajan, Nicole Weiskopf, Frank Wood, Noémie Elhadad (2014). " +
    "Diagnosis code assignment: models and evaluation metrics. " +
    "Journal of the American Medical Informatics Association 21(2):231–237.",
  license: "PhysioNet credentialed access",
  homepage,
  sources: [
    { filename: summaries, obtain: `${access}, and put ${summaries} into one of these folders` },
    {
      filename: tree,
      obtain: `${access}; its script construct_datasets.py writes ${tree}, which belongs beside ${summaries}`,
    },
  ],
  options: diagnosisCodesOptions,
  splits: {
    perotte: { ids: async ({ file, skip }) => perotteSplit(await file(summaries), skip) },
  },
  async *examples(context) {
    for await (const example of rareLabelFilter(
      context,
      context.options.minCount,
      codedSummaries,
    )) {
      if (example.labels.length > 0) yield example;
      else context.skip("no code is held by minCount summaries", { file: example.id });
    }
  },
});

async function* codedSummaries({
  options,
  file,
  skip,
}: DatasetContext<DiagnosisCodesOptions>): AsyncGenerator<Example<string>, void, undefined> {
  const path = await file(summaries);
  const ancestors =
    options.codes === "augmented" ? await readCodeTree(await file(tree)) : undefined;
  for await (const { id, text, codes, line } of readSummaries(path, options.malformed, skip)) {
    const place = { file: path, line };
    const unknown = ancestors && codes.find((code) => !ancestors.has(code));
    if (codes.length === 0) skip("the summary has no code", place);
    else if (unknown !== undefined) {
      const message = `the code ${unknown} of ${id} is not in the tree ${tree}`;
      if (options.malformed === "error") throw new DatasetError(message, place);
      skip("a code is not in the tree", place);
    } else {
      const labels = ancestors
        ? codes.flatMap((code) => [code, ...(ancestors.get(code) ?? [])])
        : codes;
      yield { id, input: text, labels: [...new Set(labels)] };
    }
  }
}
