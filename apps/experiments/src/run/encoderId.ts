import type { Experiment } from "../config/resolveExperiment.js";

/** The id of an experiment's encoder: its options, and a digest of the weights of a pretrained one. */
export async function encoderId({ createEncoder }: Experiment): Promise<string> {
  const encoder = await createEncoder();
  const { id } = encoder;
  encoder.dispose();
  return id;
}
