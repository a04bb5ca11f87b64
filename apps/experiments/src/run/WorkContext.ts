import type { RunObserver } from "./RunEvent.js";

/** What watches the work, and what stops it. */
export interface WorkContext {
  readonly observer: RunObserver;
  readonly signal?: AbortSignal | undefined;
}
