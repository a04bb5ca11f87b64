import type { Summary } from "../statistics/Summary.js";

/** What is known of rows by their names. */
export interface Marks extends Pick<Summary, "classical"> {
  /** Losses of which a row is the variant that validation chose. */
  readonly chosen?: ReadonlySet<string>;
}

/** The name of a row, where nothing else tells a classical baseline from a loss, or a chosen variant from the file's own. */
export function markedName(name: string, { classical, chosen }: Marks): string {
  if (classical.has(name)) return `${name} (baseline)`;
  return chosen?.has(name) === true ? `${name} (chosen)` : name;
}
