import type { TerminalObserver } from "./terminalObserver.js";

/** Tells each event as a line of JSON, with the time, for a program that reads along. */
export function jsonObserver(stream: NodeJS.WritableStream): TerminalObserver {
  return {
    observer(event) {
      stream.write(`${JSON.stringify({ time: new Date().toISOString(), ...event })}\n`);
    },
    close() {},
  };
}
