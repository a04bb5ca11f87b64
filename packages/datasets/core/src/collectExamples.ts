import type { Example } from "./Dataset.js";
import { DatasetError } from "./DatasetError.js";

/**
 * Reads a dataset's examples into memory and checks them.
 *
 * @param vocabulary the labels that may occur; undefined: any.
 * @throws DatasetError when the vocabulary has a label twice, there is no example, an id is empty or occurs twice, or an example has a label
 * that is not in the vocabulary or has one twice.
 */
export async function collectExamples<Input>(
  datasetId: string,
  stream: AsyncIterable<Example<Input>>,
  vocabulary?: readonly string[],
): Promise<Example<Input>[]> {
  const known = vocabulary && new Set(vocabulary);
  if (known && known.size < vocabulary.length) {
    throw new DatasetError(`dataset ${datasetId} has a label twice in its vocabulary`);
  }
  const ids = new Set<string>();
  const examples: Example<Input>[] = [];
  for await (const example of stream) {
    const { id, labels } = example;
    const fail = (problem: string) => {
      throw new DatasetError(
        `dataset ${datasetId}, example "${id}" (number ${ids.size + 1}): ${problem}`,
      );
    };
    if (id === "") fail("its id is empty");
    if (ids.has(id)) fail("an earlier example has the same id");
    if (new Set(labels).size < labels.length) fail(`it has a label twice (${labels.join(", ")})`);
    const stranger = known && labels.find((label) => !known.has(label));
    if (stranger !== undefined) fail(`its label "${stranger}" is not in the vocabulary`);
    ids.add(id);
    examples.push(example);
  }
  if (examples.length === 0) throw new DatasetError(`dataset ${datasetId} has no examples`);
  return examples;
}
