import type { HolisticVideoOptions } from "./HolisticVideoOptions.js";

const ofValidation = {
  all: { examples: 31_171, classes: 3142, cardinality: 17.104 },
  action: { examples: 31_082, classes: 739, cardinality: 2.181 },
  scene: { examples: 16_200, classes: 248, cardinality: 2.837 },
  object: { examples: 30_898, classes: 1678, cardinality: 8.788 },
  event: { examples: 10_864, classes: 69, cardinality: 1.607 },
  attribute: { examples: 23_387, classes: 117, cardinality: 1.995 },
  concept: { examples: 27_946, classes: 291, cardinality: 2.997 },
} as const;

/** What is known of the validation labels; undefined for the training labels, and where the user's clips or `minCount` decide. */
export function statistics({ part, category, clips, minCount }: HolisticVideoOptions) {
  if (part !== "validation" || clips === "required" || minCount > 1) return undefined;
  return ofValidation[category];
}
