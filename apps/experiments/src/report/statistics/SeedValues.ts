/** One figure of one loss under one decision rule: seed → value. */
export type SeedValues = ReadonlyMap<number, number>;
