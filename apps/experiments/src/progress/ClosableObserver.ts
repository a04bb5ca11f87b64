import type { RunObserver } from "../run/RunEvent.js";

/** An observer that holds a stream until it is closed; what it is told after that is written below what others wrote. */
export interface ClosableObserver {
  readonly observer: RunObserver;
  close(): void;
}
