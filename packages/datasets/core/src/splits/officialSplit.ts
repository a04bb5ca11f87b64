import type { Example, SplitIds } from "../Dataset.js";
import { DatasetError } from "../DatasetError.js";
import { partNames } from "./partNames.js";
import { refuseEmptyParts } from "./refuseEmptyParts.js";
import type { SplitIndices } from "./SplitIndices.js";

/**
 * A published split, restricted to the examples at hand: ids to positions. An id without an example is left
 * out (options may have dropped the example).
 *
 * @throws DatasetError when an id is listed twice, an example is in no part, or a part is empty.
 */
export function officialSplit(
  ids: SplitIds,
  examples: readonly Pick<Example<unknown>, "id">[],
): SplitIndices {
  const partOf = new Map<string, (typeof partNames)[number]>();
  for (const name of partNames) {
    for (const id of ids[name]) {
      const other = partOf.get(id);
      if (other !== undefined) {
        throw new DatasetError(`the split lists example "${id}" in ${other} and again in ${name}`);
      }
      partOf.set(id, name);
    }
  }
  const split = { train: [] as number[], validation: [] as number[], test: [] as number[] };
  examples.forEach(({ id }, index) => {
    const name = partOf.get(id);
    if (name === undefined) throw new DatasetError(`the split does not list example "${id}"`);
    split[name].push(index);
  });
  return refuseEmptyParts(split);
}
