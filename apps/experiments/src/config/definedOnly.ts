/** What is given of some options: an option that is `undefined` is left out, as `exactOptionalPropertyTypes` wants it. */
export function definedOnly<Options extends object>(
  options: Options,
): {
  [Key in keyof Options]?: Exclude<Options[Key], undefined>;
} {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [Key in keyof Options]?: Exclude<Options[Key], undefined> };
}
