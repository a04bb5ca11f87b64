import stringWidth from "string-width";
import type { Paint } from "../Paint.js";
import { bar } from "./bar.js";

/** Columns of a bar at most, and at least: a shorter one says nothing. */
const COLUMNS = { most: 30, least: 8 };

/** Columns between bar and text. */
const GAP = 2;

/** A bar before the first of the texts that leaves room for it; where none does, the first that fits, or the last, alone. */
export function barLine(
  share: number,
  texts: readonly string[],
  columns: number,
  paint: Paint,
): string {
  const room = (text: string) => columns - stringWidth(text) - GAP;
  const fitting = texts.find((text) => room(text) >= COLUMNS.least);
  if (fitting === undefined) return texts.find((text) => room(text) >= -GAP) ?? texts.at(-1) ?? "";
  return `${bar(share, Math.min(COLUMNS.most, room(fitting)), paint)}${" ".repeat(GAP)}${fitting}`;
}
