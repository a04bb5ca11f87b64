import type { Dataset, Example } from "../Dataset.js";
import { DatasetError } from "../DatasetError.js";
import type { LoadSettings } from "../LoadSettings.js";
import { openDataset } from "../openDataset.js";
import { type StreamStatistics, streamStatistics } from "../streamStatistics.js";
import { attempt } from "./attempt.js";
import { type Check, type CheckKey, checkNames, type Finding } from "./Check.js";
import { checkDefinition } from "./checkDefinition.js";
import { checkFingerprint } from "./checkFingerprint.js";
import { checkOptions } from "./checkOptions.js";
import { checkSplits } from "./checkSplits.js";
import { checkStatistics } from "./checkStatistics.js";
import { checkVocabulary } from "./checkVocabulary.js";
import { inspectExamples, StreamFaults } from "./inspectExamples.js";

/** After how many examples a stream is broken off. */
const brokenOffAfter = 3;

/**
 * Holds a dataset against the contract: definition, options, vocabulary, ids, labels, inputs, order, restart,
 * official splits, statistics, fingerprint. The examples are streamed twice, side by side, and once more for each
 * official split; no input is kept, and of each example about 100 bytes.
 *
 * @returns every check in a fixed order, whether it passed and what was found
 * @throws ZodError when `settings.options` are not the dataset's; whatever the dataset's own code throws that is
 * no DatasetError
 */
export async function checkDataset<Input, Options>(
  dataset: Dataset<Input, Options>,
  settings: LoadSettings<Options> = {},
): Promise<Check[]> {
  const definition = await attempt(() => checkDefinition(dataset));
  const options = checkOptions(dataset.options);
  const found = { definition, options, ...(await checkExamples(dataset, settings, options)) };
  return Object.entries(checkNames).map(([key, name]) => ({ name, ...found[key as CheckKey] }));
}

async function checkExamples<Input, Options>(
  dataset: Dataset<Input, Options>,
  settings: LoadSettings<Options>,
  options: Finding,
): Promise<Record<Exclude<CheckKey, "definition" | "options">, Finding>> {
  if (!options.passed) return unread("not checked, because the options are wrong");
  const one = openDataset(dataset, settings);
  const other = openDataset(dataset, settings);
  const vocabulary = await attempt(() => checkVocabulary(one));
  const labels = vocabulary.passed ? await one.vocabulary() : undefined;
  const faults = new StreamFaults();
  let statistics: StreamStatistics;
  try {
    const started = await firstExamples(one.examples());
    statistics = await streamStatistics(
      inspectExamples(
        one.examples(),
        {
          modality: dataset.modality,
          vocabulary: labels,
          again: other.examples(),
          started,
        },
        faults,
      ),
    );
    if (statistics.examples === 0) throw new DatasetError("there are no examples");
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    const stream = { passed: false, detail: error.message };
    return { ...unread("not checked, because the examples cannot be read"), vocabulary, stream };
  }
  const { examples, cardinality } = statistics;
  const classes = labels?.length ?? statistics.classes;
  const left = one.skipped().map(({ reason, count, first }) => `${count} ${reason} (${first})`);
  const skipped = left.length === 0 ? "" : `; left out: ${left.join(", ")}`;
  return {
    vocabulary,
    stream: { passed: true, detail: `${examples} examples${skipped}` },
    ids: faults.ids.finding("all ids differ"),
    labels: faults.labels.finding(`${classes} classes`),
    inputs: faults.inputs.finding(dataset.modality),
    order: faults.order.finding("two streams are equal"),
    restart: faults.restart.finding("the first examples come again"),
    splits: await attempt(() => checkSplits(dataset, settings)),
    statistics: await attempt(() =>
      checkStatistics(dataset, one.options, { examples, classes, cardinality }),
    ),
    fingerprint: await attempt(() => checkFingerprint(dataset, settings, one, other)),
  };
}

async function firstExamples<Input>(
  stream: AsyncIterable<Example<Input>>,
): Promise<Example<Input>[]> {
  const examples: Example<Input>[] = [];
  for await (const example of stream) {
    examples.push(example);
    if (examples.length === brokenOffAfter) break;
  }
  return examples;
}

function unread(detail: string) {
  const finding: Finding = { passed: false, detail };
  return {
    vocabulary: finding,
    stream: finding,
    ids: finding,
    labels: finding,
    inputs: finding,
    order: finding,
    restart: finding,
    splits: finding,
    statistics: finding,
    fingerprint: finding,
  };
}
