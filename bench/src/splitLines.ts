import type { LoadedDataset, SplitIndices } from "@sigf1/datasets";

/**
 * A dataset and a split as JSON lines: first `{"dataset", "labels"}` with the label vocabulary, then each example as
 * `{"id", "input", "labels", "part"}` in the order of the parts `train`, `validation`, `test`, and within a part in
 * that of the split.
 * @throws TypeError for an input that is neither a text nor features
 */
export function* splitLines(
  { id, labels, examples }: LoadedDataset,
  split: SplitIndices,
): Generator<string> {
  yield `${JSON.stringify({ dataset: id, labels })}\n`;
  for (const part of ["train", "validation", "test"] as const) {
    for (const index of split[part]) {
      const example = examples[index]!; // a split holds valid indices
      const line = { ...example, input: plain(example.input), part };
      yield `${JSON.stringify(line)}\n`;
    }
  }
}

/** Features as JSON knows them. */
function plain(input: unknown): string | number[] {
  if (typeof input === "string") return input;
  if (input instanceof Float32Array) return [...input];
  throw new TypeError(
    "an input is neither a text nor a Float32Array: it cannot be written as JSON",
  );
}
