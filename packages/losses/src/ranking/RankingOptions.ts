/** Options of a loss that has none: an empty object, or nothing. */
export type RankingOptions = Readonly<Record<string, never>>;
