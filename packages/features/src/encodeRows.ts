import type { EncodeOptions } from "./EncodeOptions.js";
import type { Encoder } from "./Encoder.js";

/** Fills `values` with the features of the part's rows from `start` on, batch by batch. */
export async function encodeRows<Input>(
  { encoder, part, batchRows = encoder.batchRows ?? 64, onProgress }: EncodeOptions<Input>,
  start: number,
  values: Float32Array,
): Promise<void> {
  const cols = encoder.dimension;
  const end = start + values.length / cols;
  for (let row = start; row < end; row += batchRows) {
    const stop = Math.min(end, row + batchRows);
    const features = await encoder.encode(part.inputs.slice(row, stop));
    checkFeatures(encoder, features, part.ids.slice(row, stop));
    values.set(features, (row - start) * cols);
    onProgress?.(stop, part.ids.length);
  }
}

function checkFeatures<Input>(
  { id, dimension }: Encoder<Input>,
  features: Float32Array,
  ids: readonly string[],
): void {
  if (features.length !== ids.length * dimension) {
    throw new Error(
      `encoder ${id} gave ${features.length} values for ${ids.length} inputs of ${dimension} features`,
    );
  }
  const bad = features.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new RangeError(
      `feature ${bad % dimension} of example "${ids[Math.floor(bad / dimension)]}" is ${features[bad]} ` +
        `(encoder ${id}): correct or drop that example's input`,
    );
  }
}
