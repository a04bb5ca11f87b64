import { checkList } from "../checks/checkList.js";
import type { StrataInput } from "./StrataInput.js";

/** The examples 0 … n − 1 ordered by stratum: stratum s holds `members[starts[s]]` up to before `members[starts[s + 1]]`. */
export interface Strata {
  readonly members: Uint32Array;
  readonly starts: Uint32Array;
}

/**
 * @param examples number of examples
 * @param strata one value per example; without, all examples are one stratum
 * @throws RangeError when there is not one value per example
 */
export function groupByStratum(examples: number, strata?: StrataInput): Strata {
  if (strata === undefined) {
    return {
      members: Uint32Array.from({ length: examples }, (_, i) => i),
      starts: Uint32Array.of(0, examples),
    };
  }
  checkList("strata", strata, "an array of one value per example");
  if (strata.length !== examples) {
    throw new RangeError(
      `strata has ${strata.length} entries for ${examples} examples; expected one per example`,
    );
  }
  const groups = new Map<number | string, number[]>();
  for (let i = 0; i < examples; i++) {
    // i < strata.length.
    const stratum = strata[i]!;
    const group = groups.get(stratum);
    if (group === undefined) groups.set(stratum, [i]);
    else group.push(i);
  }
  const members = new Uint32Array(examples);
  const starts = new Uint32Array(groups.size + 1);
  let filled = 0;
  [...groups.values()].forEach((group, s) => {
    members.set(group, filled);
    filled += group.length;
    starts[s + 1] = filled;
  });
  return { members, starts };
}
