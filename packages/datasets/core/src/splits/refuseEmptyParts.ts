import { DatasetError } from "../DatasetError.js";
import { partNames } from "./partNames.js";
import type { SplitIndices } from "./SplitIndices.js";

/** Returns the split when each part has an example; throws a DatasetError that names the empty part otherwise. */
export function refuseEmptyParts(split: SplitIndices): SplitIndices {
  for (const name of partNames) {
    if (split[name].length === 0) {
      const sizes = partNames.map((part) => split[part].length).join(" / ");
      throw new DatasetError(
        `the ${name} part of the split has no example (train / validation / test: ${sizes}); ` +
          "use more examples or a larger fraction",
      );
    }
  }
  return split;
}
