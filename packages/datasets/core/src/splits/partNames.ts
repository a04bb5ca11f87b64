/** The parts of a split, in order. */
export const partNames = ["train", "validation", "test"] as const;
