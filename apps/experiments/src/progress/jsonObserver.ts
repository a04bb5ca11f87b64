import type { ClosableObserver } from "./ClosableObserver.js";

/** Tells each event as a line of JSON, with the time, for a program that reads along. */
export function jsonObserver(stream: NodeJS.WritableStream): ClosableObserver {
  return {
    observer(event) {
      stream.write(`${JSON.stringify({ time: new Date().toISOString(), ...event })}\n`);
    },
    close() {},
  };
}
