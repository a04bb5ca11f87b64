import { styleText } from "node:util";
import type { ClosableObserver } from "./ClosableObserver.js";
import { linesObserver } from "./linesObserver.js";
import { liveObserver } from "./liveObserver.js";
import type { Paint } from "./Paint.js";

/**
 * Shows progress: on a terminal whose size is known as lines with a live table below them, elsewhere, and where `TERM` is
 * `dumb`, as lines.
 * Colours follow `NO_COLOR` and `FORCE_COLOR`.
 */
export function terminalObserver(stream: NodeJS.WriteStream): ClosableObserver {
  const paint: Paint = (colour, text) => styleText(colour, text, { stream });
  const live = stream.isTTY && stream.columns > 0 && stream.rows > 0 && process.env.TERM !== "dumb";
  return live ? liveObserver(stream, paint) : linesObserver(stream, paint);
}
