import type { Encoder } from "./Encoder.js";
import type { FeatureKey } from "./FeatureKey.js";
import type { FitLabels } from "./FitLabels.js";
import type { Part } from "./Part.js";
import { sha256 } from "./sha256.js";

/** The key of the features that `encoder`, fitted on `fitOn`, gives for `part` of `dataset`. */
export function keyOf<Input>(
  dataset: string,
  encoder: Encoder<Input>,
  part: Part<Input>,
  fitOn: Part<Input> | undefined,
): FeatureKey {
  const learntFrom = encoder.fit === undefined ? undefined : fitOn;
  return {
    dataset,
    encoder: encoder.id,
    fittedIds: learntFrom === undefined ? null : digestIds(learntFrom.ids),
    fittedLabels: learntFrom?.labels === undefined ? null : digestLabels(learntFrom.labels),
    encodedIds: digestIds(part.ids),
  };
}

function digestIds(ids: readonly string[]): string {
  return sha256(JSON.stringify(ids));
}

function digestLabels({ rows, cols, data }: FitLabels): string {
  return sha256(`${rows}×${cols}:${sha256(data)}`);
}
