/** The t of a rule's name `threshold-<t>`, such as `threshold-0.5`; undefined for every other name. */
export function fixedThreshold(rule: string): number | undefined {
  const t = /^threshold-(\d+(?:\.\d+)?(?:e-\d+)?)$/.exec(rule)?.[1];
  return t === undefined ? undefined : Number(t);
}
