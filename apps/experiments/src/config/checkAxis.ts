import type { z } from "zod";
import type { ExperimentSource } from "./ExperimentSource.js";
import { sections } from "./experimentSchema.js";
import type { GridAxis } from "./GridAxis.js";
import { nearestName } from "./nearestName.js";

const entry = ["use", "name"];

/**
 * Checks a path into a section of a loss entry, and its values; an option of a loss is for the loss to check.
 * @throws ConfigurationError naming the line and the path that no loss entry can have, or the value that it cannot take
 */
export function checkAxis(
  source: ExperimentSource,
  { path, values, places, place }: GridAxis,
): void {
  const [first = "", ...rest] = path.split(".");
  const names = Object.keys(sections);
  if (!Object.hasOwn(sections, first)) {
    if (rest.length > 0) {
      throw source.error(place, `unknown key; ${nearestName(first, names)}`);
    }
    if (entry.includes(first)) {
      throw source.error(place, `cannot be varied; list the losses under "losses"`);
    }
    return;
  }
  const { shape } = sections[first as keyof typeof sections];
  const key = rest.join(".");
  const schema = Object.hasOwn(shape, key) ? (shape as Record<string, z.ZodType>)[key] : undefined;
  if (schema === undefined) {
    const hint = key === "" ? `name one key of it, as in` : "unknown key;";
    const known = Object.keys(shape);
    throw source.error(
      place,
      `${hint} ${key === "" ? `${first}.${known[0]}` : nearestName(key, known)}`,
    );
  }
  for (const [i, value] of values.entries()) source.parse(schema, value, places[i] ?? place);
}
