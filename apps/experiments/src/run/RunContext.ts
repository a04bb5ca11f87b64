import type { DecisionRule } from "@sigf1/metrics";
import type { CountHeads } from "./CountHeads.js";
import type { EncodedParts } from "./encodeParts.js";
import type { RunObserver } from "./RunObserver.js";

/** What every run of a seed shares. */
export interface RunContext {
  readonly parts: EncodedParts;
  /** Names of the classes, in the order of the label columns. */
  readonly classes: readonly string[];
  readonly decisions: readonly DecisionRule[];
  /** Trains count heads where the rule `count` is among the decisions. */
  readonly countHeads?: CountHeads | undefined;
  readonly observer: RunObserver;
  readonly signal?: AbortSignal | undefined;
}
