import { z } from "zod";
import { asUnit, type ExperimentValues, isMapping } from "./cells/ExperimentValues.js";
import { units } from "./cells/units.js";
import { valueIn } from "./cells/valueIn.js";
import type { ExperimentSource } from "./ExperimentSource.js";
import { nearestName } from "./nearestName.js";

const mapping = z
  .record(z.string(), z.json())
  .refine((paths) => Object.keys(paths).length > 0, "takes at least one path with its value");

/** What `exclude` leaves out of the combinations that a file makes. */
export class Exclusions {
  readonly #rules: readonly ExperimentValues[];
  readonly #used = new Set<ExperimentValues>();
  /** What the rules were held against. */
  readonly #seen: ExperimentValues[] = [];

  /** @throws ConfigurationError naming the line of what is no mapping of paths */
  constructor(
    private readonly source: ExperimentSource,
    exclude: unknown,
  ) {
    this.#rules = source.parse(z.array(mapping).default([]), exclude, ["exclude"]);
  }

  /** Whether a whole cell is left out: by a rule that speaks of nothing else than what makes it a cell. */
  cell(file: ExperimentValues, axes: readonly string[]): boolean {
    const isOfCell = (path: string) =>
      axes.includes(path) || units.some((unit) => path === unit || path.startsWith(`${unit}.`));
    return this.#match(file, (rule) => Object.keys(rule).every(isOfCell));
  }

  /**
   * Whether a loss, or a variant of one, is left out of a cell.
   * @param values of the cell's file, with the sections and options of the loss and `loss: { name, use }`
   */
  variant(values: ExperimentValues): boolean {
    return this.#match(values, () => true);
  }

  /** @throws ConfigurationError naming the line of a rule that has left out nothing, and a path in it that nothing has */
  checkUsed(): void {
    const unused = this.#rules.findIndex((rule) => !this.#used.has(rule));
    if (unused < 0) return;
    const paths = Object.keys(this.#rules[unused] ?? {});
    const unknown = paths.find((path) =>
      this.#seen.every((values) => valueIn(values, path) === undefined),
    );
    if (unknown === undefined) {
      throw this.source.error(["exclude", unused], "matches no combination");
    }
    const known = [...new Set(this.#seen.flatMap((values) => pathsOf(values)))];
    throw this.source.error(
      ["exclude", unused, unknown],
      `no combination has this path; ${nearestName(unknown, known)}`,
    );
  }

  #match(values: ExperimentValues, counts: (rule: ExperimentValues) => boolean): boolean {
    if (this.#rules.length > 0) this.#seen.push(values);
    const matching = this.#rules.filter(
      (rule) =>
        counts(rule) &&
        Object.entries(rule).every(([path, expected]) => matches(expected, valueIn(values, path))),
    );
    for (const rule of matching) this.#used.add(rule);
    return matching.length > 0;
  }
}

/** The dotted paths of a file's sections and of what each has. */
function pathsOf(values: ExperimentValues): string[] {
  return Object.entries(values).flatMap(([key, value]) => [
    key,
    ...(isMapping(value) ? Object.keys(value).map((inner) => `${key}.${inner}`) : []),
  ]);
}

/** Whether a value is the expected one, or one of the expected; a unit is, by its name and the options that are given. */
function matches(expected: unknown, value: unknown): boolean {
  if (JSON.stringify(expected) === JSON.stringify(value ?? null)) return true;
  if (Array.isArray(expected)) return expected.some((one) => matches(one, value));
  if (typeof expected === "string" && isMapping(value)) {
    return value.use === expected || value.name === expected;
  }
  if (!isMapping(expected)) return false;
  const unit = asUnit(value);
  return (
    unit !== undefined &&
    Object.entries(expected).every(([key, wanted]) => matches(wanted, unit[key]))
  );
}
