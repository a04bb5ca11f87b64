/** Which numbers an argument or a field of JSON may have, and how errors call them. */
export interface NumberKind {
  readonly accepts: (value: number) => boolean;
  readonly expected: string;
}

export const finite: NumberKind = { accepts: Number.isFinite, expected: "a finite number" };

export const notNegative: NumberKind = {
  accepts: (value) => value >= 0 && Number.isFinite(value),
  expected: "a finite number ≥ 0",
};

export const positive: NumberKind = {
  accepts: (value) => value > 0 && Number.isFinite(value),
  expected: "a finite number > 0",
};

export const positiveInteger: NumberKind = {
  accepts: (value) => Number.isSafeInteger(value) && value >= 1,
  expected: "a positive integer",
};

export const unitInterval: NumberKind = {
  accepts: (value) => value >= 0 && value <= 1,
  expected: "a number in [0, 1]",
};

export const openUnitInterval: NumberKind = {
  accepts: (value) => value > 0 && value < 1,
  expected: "a number above 0 and below 1",
};

export const anyCount: NumberKind = {
  accepts: (value) => Number.isSafeInteger(value) && value >= 0,
  expected: "an integer ≥ 0",
};

/** An integer from `least` to `most`, which follow from other fields. */
export function countWithin(least: number, most: number): NumberKind {
  return {
    accepts: (value) => Number.isInteger(value) && value >= least && value <= most,
    expected: `${range("an integer", least, most)}, as the other fields imply`,
  };
}

/** A sum from `least` to `most`, which follow from other fields, but for its rounding. */
export function sumWithin(least: number, most: number): NumberKind {
  const slack = 1e-9 * Math.max(Math.abs(least), Math.abs(most));
  return {
    accepts: (value) => value >= least - slack && value <= most + slack,
    expected: `${range("a number", least, most)}, as the other fields imply`,
  };
}

function range(what: string, least: number, most: number): string {
  return least === most ? `${least}` : `${what} from ${least} to ${most}`;
}
