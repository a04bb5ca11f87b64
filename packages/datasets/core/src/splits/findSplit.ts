import type { Dataset, OfficialSplit } from "../Dataset.js";
import { DatasetError } from "../DatasetError.js";

/** @throws DatasetError naming the splits that the dataset has, where it lacks this one */
export function findSplit<Input, Options>(
  { id, splits = {} }: Dataset<Input, Options>,
  name: string,
): OfficialSplit<Options> {
  const split = Object.hasOwn(splits, name) ? splits[name] : undefined;
  if (split) return split;
  const names = Object.keys(splits).join(", ") || "none";
  throw new DatasetError(`dataset ${id} has no official split "${name}" (it has: ${names})`);
}
