import type { LabelMatrix } from "@sigf1/metrics";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";

/** Sets these draws apart from those that training makes of the same seed. */
const STREAM = 0x666c6970;

/** Labels of which each entry, 0 or 1, is flipped with probability `share`. */
export function flipLabels(
  { rows, cols, data }: LabelMatrix,
  share: number,
  seed: number,
): LabelMatrix {
  const generator = mersenne(seed ^ STREAM);
  const flipped = data.map((label) => (uniformFloat64(generator) < share ? 1 - label : label));
  return { rows, cols, data: flipped };
}
