/** Which numbers a field of JSON may have, and how errors call them. */
export interface NumberKind {
  readonly accepts: (value: number) => boolean;
  readonly expected: string;
}

export const finite: NumberKind = { accepts: Number.isFinite, expected: "a finite number" };

export const notNegative: NumberKind = {
  accepts: (value) => value >= 0 && Number.isFinite(value),
  expected: "a finite number ≥ 0",
};

export const size: NumberKind = {
  accepts: (value) => Number.isSafeInteger(value) && value >= 1,
  expected: "an integer ≥ 1",
};

/** An integer from 0 to `most`. */
export function countUpTo(most: number): NumberKind {
  return {
    accepts: (value) => Number.isSafeInteger(value) && value >= 0 && value <= most,
    expected: most === Number.MAX_SAFE_INTEGER ? "an integer ≥ 0" : `an integer from 0 to ${most}`,
  };
}
