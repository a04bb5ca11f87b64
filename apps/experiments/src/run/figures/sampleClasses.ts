/** More dots than these would cover one another. */
const MOST = 200;

/** Indices of the classes whose figures are kept: all, or as many as are drawn at equal distances, whatever the seed. */
export function sampleClasses(classes: number): number[] {
  const kept = Math.min(classes, MOST);
  return Array.from({ length: kept }, (_, i) => Math.floor((i * classes) / kept));
}
