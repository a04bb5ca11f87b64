import type { Summary } from "../statistics/Summary.js";

/** The name of a row, where nothing else tells a classical baseline from a loss. */
export function markedName(name: string, { classical }: Pick<Summary, "classical">): string {
  return classical.has(name) ? `${name} (baseline)` : name;
}
