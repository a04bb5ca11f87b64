import type { Experiment } from "../config/Experiment.js";
import type { Examples } from "./loadExamples.js";

/** What is known of an encoder before it has seen an example. */
export interface EncoderFacts {
  readonly id: string;
  /** Of its features at most; absent where the data will tell. */
  readonly width?: number;
}

/** The id of an experiment's encoder, and how many features it gives where that can be said without encoding. */
export async function encoderFacts(
  { createEncoder, dataset, settings }: Experiment,
  { dataset: { examples } }: Examples,
): Promise<EncoderFacts> {
  const encoder = await createEncoder();
  const { id } = encoder;
  const { components, maxFeatures } = settings.encoder as Readonly<Record<string, unknown>>;
  try {
    if (dataset.modality === "features") {
      const width = (examples[0]?.input as ArrayLike<number> | undefined)?.length;
      return { id, ...(width !== undefined && { width }) };
    }
    const width = components ?? maxFeatures;
    if (typeof width === "number") return { id, width };
    return { id, width: encoder.dimension };
  } catch {
    return { id }; // what learns does not know before it has
  } finally {
    encoder.dispose();
  }
}
