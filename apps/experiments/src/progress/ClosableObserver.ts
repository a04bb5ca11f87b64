import type { RunObserver } from "../run/RunEvent.js";

/** An observer that holds a stream until it is closed; closing it again does nothing. */
export interface ClosableObserver {
  readonly observer: RunObserver;
  close(): void;
}
