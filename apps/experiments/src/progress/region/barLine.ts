import stringWidth from "string-width";
import type { Paint } from "../Paint.js";
import { bar } from "./bar.js";

/** Columns of a bar at most, and at least: a shorter one says nothing. */
const COLUMNS = { most: 30, least: 8 };

/** A bar before the first of the texts that leaves room for it; the last stands alone where none does. */
export function barLine(
  share: number,
  texts: readonly string[],
  columns: number,
  paint: Paint,
): string {
  const room = (text: string) => columns - stringWidth(text) - 2;
  const fitting = texts.find((text) => room(text) >= COLUMNS.least);
  if (fitting === undefined) return texts.at(-1) ?? "";
  return `${bar(share, Math.min(COLUMNS.most, room(fitting)), paint)}  ${fitting}`;
}
