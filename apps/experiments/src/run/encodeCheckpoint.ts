import type { TrainingCheckpoint } from "@sigf1/training";
import { decodeSafetensors, encodeSafetensors } from "../results/safetensors.js";
import type { RunCheckpoint } from "./RunJournal.js";

/** The rest of a checkpoint, as the metadata of its file: `JSON.stringify` and back gives the same numbers. */
type Rest = Omit<RunCheckpoint, "training"> & {
  readonly training: Omit<TrainingCheckpoint, "values" | "best">;
  readonly best?: { readonly epoch: number; readonly metric: number };
};

/** A checkpoint as a safetensors file: the variables' values as `values.0`, …, those of the best epoch as `best.0`, … */
export function encodeCheckpoint({ training, ...run }: RunCheckpoint): Uint8Array {
  const { values, best, ...others } = training;
  const { values: bestValues = [], ...bestEpoch } = best ?? {};
  const rest = { ...run, training: others, ...(best && { best: bestEpoch }) };
  return encodeSafetensors({
    tensors: { ...named("values", values), ...named("best", bestValues) },
    metadata: { checkpoint: JSON.stringify(rest) },
  });
}

/**
 * Reads what `encodeCheckpoint` wrote.
 * @throws RangeError, SyntaxError where the bytes are no such file
 */
export function decodeCheckpoint(bytes: Uint8Array): RunCheckpoint {
  const { tensors, metadata } = decodeSafetensors(bytes);
  const { training, best, ...run } = JSON.parse(metadata.checkpoint ?? "") as Rest;
  const values = (name: string) =>
    Object.entries(tensors).flatMap(([key, { data }]) => (key.startsWith(`${name}.`) ? data : []));
  return {
    ...run,
    training: {
      ...training,
      values: values("values"),
      ...(best && { best: { ...best, values: values("best") } }),
    },
  };
}

const named = (name: string, values: readonly Float32Array[]) =>
  Object.fromEntries(values.map((data, i) => [`${name}.${i}`, { shape: [data.length], data }]));
