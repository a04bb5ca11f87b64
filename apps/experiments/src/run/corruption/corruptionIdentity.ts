import type { CorruptionSettings } from "../../config/experimentSchema.js";

/** What of the corruption a run's figures depend on: nothing where there is none. */
export function corruptionIdentity({ flippedLabels, outliers, outlierScale }: CorruptionSettings): {
  readonly corruption?: Partial<CorruptionSettings>;
} {
  if (flippedLabels === 0 && outliers === 0) return {};
  return {
    corruption: {
      ...(flippedLabels > 0 && { flippedLabels }),
      ...(outliers > 0 && { outliers, outlierScale }),
    },
  };
}
