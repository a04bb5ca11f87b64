import type { DecisionRule } from "@sigf1/metrics";
import type { CountHeads } from "./CountHeads.js";
import type { EncodedParts } from "./encodeParts.js";
import type { RunObserver } from "./RunEvent.js";
import type { RunJournal } from "./RunJournal.js";

/** What every run of a seed shares. */
export interface RunContext {
  readonly parts: EncodedParts;
  /** Names of the classes, in the order of the label columns. */
  readonly classes: readonly string[];
  readonly decisions: readonly DecisionRule[];
  /** Trains count heads where the rule `count` is among the decisions. */
  readonly countHeads?: CountHeads | undefined;
  /** Where the run goes on, and keeps what a kill shall not lose; without it, nothing is kept. */
  readonly journal?: RunJournal | undefined;
  readonly observer: RunObserver;
  readonly signal?: AbortSignal | undefined;
}
