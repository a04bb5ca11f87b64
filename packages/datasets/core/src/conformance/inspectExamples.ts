import { hash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Dataset, Example } from "../Dataset.js";
import { Faults } from "./Faults.js";
import { inputFault } from "./inputFault.js";

/** What the examples of a stream are held against. */
export interface Expectation<Input> {
  readonly modality: Dataset["modality"];
  readonly vocabulary: readonly string[] | undefined;
  /** Another stream of the same examples. */
  readonly again: AsyncIterable<Example<Input>>;
  /** The first examples of a stream that was broken off. */
  readonly started: readonly Example<Input>[];
}

/** The faults of a stream's examples, by check. */
export class StreamFaults {
  readonly ids = new Faults();
  readonly labels = new Faults();
  readonly inputs = new Faults();
  readonly order = new Faults();
  readonly restart = new Faults();
}

/**
 * Passes a stream's examples on and notes what is wrong with them. Of each example only a digest of its id is
 * kept.
 */
export async function* inspectExamples<Input>(
  stream: AsyncIterable<Example<Input>>,
  { modality, vocabulary, again, started }: Expectation<Input>,
  faults: StreamFaults,
): AsyncGenerator<Example<Input>> {
  const known = vocabulary && new Set(vocabulary);
  const seen = new Set<string>();
  const twin = again[Symbol.asyncIterator]();
  let number = 0;
  let width: number | undefined;
  try {
    for await (const example of stream) {
      const { id, input, labels } = example;
      const at = `example "${id}" (number ${number + 1})`;
      // A digest, because an id may be a slice that keeps the whole line it was cut from in memory.
      const digest = hash("sha256", String(id), "binary");
      if (typeof id !== "string" || id === "") faults.ids.add(`${at}: expected a non-empty text`);
      if (seen.has(digest)) faults.ids.add(`${at}: an earlier example has the same id`);
      seen.add(digest);

      if (new Set(labels).size < labels.length) {
        faults.labels.add(`${at} has a label twice: ${labels.join(", ")}`);
      }
      const stranger = known && labels.find((label) => !known.has(label));
      if (stranger !== undefined) {
        faults.labels.add(`${at}: its label "${stranger}" is not in the vocabulary`);
      }

      const fault = inputFault(modality, input);
      if (fault !== undefined) faults.inputs.add(`${at}: ${fault}`);
      if (input instanceof Float32Array) {
        width ??= input.length;
        if (input.length !== width) {
          faults.inputs.add(`${at} has ${input.length} features, the first example ${width}`);
        }
      }

      const other = await twin.next();
      if (other.done || !isDeepStrictEqual(example, other.value)) {
        const there = other.done ? "ended before it" : `gives ${differences(example, other.value)}`;
        faults.order.add(`${at}: a second stream ${there}`);
      }
      if (number < started.length && !isDeepStrictEqual(example, started[number])) {
        faults.restart.add(`${at} differs from that of the stream that was broken off`);
      }
      number++;
      yield example;
    }
    if (!(await twin.next()).done) {
      faults.order.add(`a second stream goes on after the ${number} examples of the first`);
    }
    if (number < started.length) {
      faults.restart.add(`after the break only ${number} of ${started.length} examples came`);
    }
  } finally {
    await twin.return?.();
  }
}

function differences<Input>(one: Example<Input>, other: Example<Input>): string {
  if (one.id !== other.id) return `example "${other.id}" there`;
  return isDeepStrictEqual(one.labels, other.labels) ? "another input" : "other labels";
}
