/** Options of a loss that has none: an empty object, or nothing. */
export type NoOptions = Readonly<Record<string, never>>;
