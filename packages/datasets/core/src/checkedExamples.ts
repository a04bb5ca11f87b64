import type { Example, SkippedExamples } from "./Dataset.js";
import { DatasetError } from "./DatasetError.js";
import type { OpenDataset } from "./openDataset.js";

/** What is read of an open dataset. */
type Streamed<Input> = Pick<OpenDataset<Input, unknown>, "id" | "examples" | "skipped">;

/**
 * Passes a dataset's examples on, each checked. Holds the ids in memory.
 *
 * @param vocabulary the labels that may occur; undefined: any.
 * @throws DatasetError when the vocabulary has a label twice, there is no example (with what was left out), an id is no text, empty or occurs
 * twice, or an example has labels that are no list of texts, one twice, or one that is not in the vocabulary.
 */
export async function* checkedExamples<Input>(
  dataset: Streamed<Input>,
  vocabulary?: readonly string[],
): AsyncGenerator<Example<Input>, void, undefined> {
  const { id: datasetId } = dataset;
  const known = vocabulary && new Set(vocabulary);
  if (known && known.size < vocabulary.length) {
    throw new DatasetError(`dataset ${datasetId} has a label twice in its vocabulary`);
  }
  const ids = new Set<string>();
  for await (const example of dataset.examples()) {
    const { id, labels } = example;
    const fail = (problem: string) => {
      throw new DatasetError(
        `dataset ${datasetId}, example "${id}" (number ${ids.size + 1}): ${problem}`,
      );
    };
    if (typeof id !== "string") fail("its id is no text");
    if (id === "") fail("its id is empty");
    if (ids.has(id)) fail("an earlier example has the same id");
    if (!Array.isArray(labels) || labels.some((label) => typeof label !== "string")) {
      fail("its labels are no list of texts");
    }
    if (new Set(labels).size < labels.length) fail(`it has a label twice (${labels.join(", ")})`);
    const stranger = known && labels.find((label) => !known.has(label));
    if (stranger !== undefined) fail(`its label "${stranger}" is not in the vocabulary`);
    ids.add(id);
    yield example;
  }
  if (ids.size === 0) {
    throw new DatasetError(`dataset ${datasetId} has no examples${leftOut(dataset.skipped())}`);
  }
}

function leftOut(skipped: readonly SkippedExamples[]): string {
  const reasons = skipped.map(
    ({ reason, count, first }) => `${count}: ${reason} (first: ${first})`,
  );
  return reasons.length === 0 ? "" : `; left out were ${reasons.join("; ")}`;
}
