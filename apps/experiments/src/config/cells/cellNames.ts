import { createHash } from "node:crypto";
import type { GridValues } from "../GridPoint.js";
import { shortPath } from "../shortPath.js";
import { asUnit, isMapping } from "./ExperimentValues.js";

/** Most characters of a name: file systems take 255 bytes. */
const LONGEST = 100;

/**
 * Short names of cells, by as many of the values in which they differ as tell them apart: a unit by its name and the
 * options that tell it from others of that name, a setting by the last key of its path. What no folder can be called
 * is replaced by `-`; of a name too long for one the first 100 characters stay, and a digest of the whole.
 */
export function cellNames(cells: readonly GridValues[]): readonly string[] {
  const axes = tellingAxes(cells);
  return cells.map((cell) => {
    const name = axes
      .map((axis) => {
        const values = cells.map((other) => other[axis]);
        return asFolder(nameValue(shortPath(axis, axes), cell[axis], values));
      })
      .join(" ");
    return name.length > LONGEST ? `${name.slice(0, LONGEST)}-${digest(name)}` : name;
  });
}

const digest = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 8);

/** The first axes, without which some cells would be the same. */
function tellingAxes(cells: readonly GridValues[]): readonly string[] {
  const told = (axes: readonly string[]) =>
    new Set(cells.map((cell) => JSON.stringify(axes.map((axis) => cell[axis])))).size;
  const telling: string[] = [];
  for (const axis of Object.keys(cells[0] ?? {})) {
    if (told([...telling, axis]) > told(telling)) telling.push(axis);
  }
  return telling;
}

/** Keys whose values speak for themselves. */
const NAMES = ["dataset", "encoder", "split", "use", "name"];

function nameValue(key: string, value: unknown, all: readonly unknown[]): string {
  if (!isMapping(value)) return NAMES.includes(key) ? show(value) : `${key}=${show(value)}`;
  const { use, ...options } = value;
  const rivals = all.map((other) => asUnit(other) ?? {}).filter((other) => other.use === use);
  const telling = Object.entries(options).filter(
    ([option, given]) =>
      use === undefined || rivals.some((other) => show(other[option]) !== show(given)),
  );
  const told = telling.map(([option, given]) => nameValue(option, given, [given]));
  return [...(use === undefined ? [] : [show(use)]), ...told].join(" ");
}

function show(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(show).join("-");
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "default");
}

function asFolder(name: string): string {
  return name.replace(/[^\w.,= -]+/g, "-").replace(/^[. -]+|[. -]+$/g, "");
}
