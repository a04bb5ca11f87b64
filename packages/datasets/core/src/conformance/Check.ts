/** What every dataset must show, by a key, in the order in which it is reported. */
export const checkNames = {
  definition: "states its title, citation, license and homepage",
  options: "has strict options, each with a default",
  vocabulary: "has a vocabulary in a fixed order, no label twice",
  stream: "streams its examples",
  ids: "gives every example an id of its own",
  labels: "gives labels of the vocabulary, none twice to an example",
  inputs: "gives inputs of its modality",
  order: "streams the same examples in the same order each time",
  restart: "starts anew after a stream that was broken off",
  splits: "has official splits that put every example in one part",
  statistics: "states its statistics truly",
  fingerprint: "has one fingerprint for the same options, others for other options",
} as const;

export type CheckKey = keyof typeof checkNames;

/** What a check found. */
export interface Finding {
  readonly passed: boolean;
  /** What was found: for a failed check what is wrong, where, and what was expected. */
  readonly detail: string;
}

/** A check of the conformance kit with what it found. */
export interface Check extends Finding {
  /** A sentence whose subject is the dataset, for example "streams its examples". */
  readonly name: string;
}
