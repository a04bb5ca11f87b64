/** Which numbers an option takes, and how errors call them. */
export interface NumberKind {
  readonly accepts: (value: number) => boolean;
  readonly expected: string;
}

export const positive: NumberKind = {
  accepts: (value) => value > 0 && Number.isFinite(value),
  expected: "a finite number > 0",
};

export const positiveInteger: NumberKind = {
  accepts: (value) => Number.isSafeInteger(value) && value >= 1,
  expected: "a positive integer",
};

export const integer: NumberKind = { accepts: Number.isSafeInteger, expected: "an integer" };

/**
 * Checks a classifier's options, all of them numbers.
 * @param kinds the kind of each option that there is
 * @throws TypeError naming an unknown option and the known ones; RangeError naming an option that is no such number
 */
export function checkOptions<Options extends object>(
  options: Options,
  kinds: { readonly [Key in keyof Options]-?: NumberKind },
): void {
  const known = Object.keys(kinds);
  for (const [key, value] of Object.entries(options)) {
    const kind = Object.hasOwn(kinds, key) ? kinds[key as keyof Options] : undefined;
    if (kind === undefined) {
      const expected = known.length > 0 ? `expected ${known.join(", ")}` : "there is none";
      throw new TypeError(`unknown option "${key}"; ${expected}`);
    }
    if (value !== undefined && !(typeof value === "number" && kind.accepts(value))) {
      throw new RangeError(
        `${key} is ${JSON.stringify(value) ?? value}; expected ${kind.expected}`,
      );
    }
  }
}
