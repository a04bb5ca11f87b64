import { closest, distance } from "fastest-levenshtein";

/** `did you mean "x"?` where a known name is near, else the list of known names. */
export function nearestName(name: string, known: readonly string[]): string {
  const best = known.length > 0 ? closest(name, [...known]) : undefined;
  if (best !== undefined && distance(name, best) <= Math.max(2, name.length / 3)) {
    return `did you mean "${best}"?`;
  }
  return known.length === 0 ? "none is known" : `known: ${known.join(", ")}`;
}
