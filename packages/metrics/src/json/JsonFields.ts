import type { NumberKind } from "../checks/NumberKind.js";
import { show } from "../checks/show.js";

/** The fields of a JSON object, read with checks. Errors name the field by its path, such as `scalings[0].slope`. */
export class JsonFields {
  readonly #path: string;
  readonly #values: Readonly<Record<string, unknown>>;

  private constructor(path: string, values: object) {
    this.#path = path;
    this.#values = values as Readonly<Record<string, unknown>>;
  }

  /**
   * @param name what errors call the whole
   * @param json the text, or the value that `JSON.parse` gives for it
   * @throws SyntaxError with the text when it is no JSON, TypeError when it is no object
   */
  static parse(name: string, json: unknown): JsonFields {
    const value: unknown = typeof json === "string" ? parsed(name, json) : json;
    if (!isObject(value)) wrong(name, value, "an object");
    return new JsonFields("", value);
  }

  /** The field unchecked; `undefined` where there is none. */
  value(key: string): unknown {
    return this.#values[key];
  }

  /** @throws TypeError when the field is no object */
  object(key: string): JsonFields {
    return this.#object(key, this.value(key));
  }

  /** @throws TypeError when the field is no array of objects, of the given length if one is given */
  objects(key: string, length?: number): JsonFields[] {
    return this.#array(key, "objects", length).map((entry, i) =>
      this.#object(`${key}[${i}]`, entry),
    );
  }

  /** @throws TypeError when the field is no number of that kind */
  number(key: string, kind: NumberKind): number {
    return this.#number(key, this.value(key), kind);
  }

  /** @throws TypeError when the field is no array of numbers of that kind, of the given length if one is given */
  numbers(key: string, kind: NumberKind, length?: number): number[] {
    return this.#array(key, "numbers", length).map((entry, i) =>
      this.#number(`${key}[${i}]`, entry, kind),
    );
  }

  /** @throws TypeError that the field, or an entry such as `k[2]` of it, is not what was expected */
  wrong(key: string, expected: string, value: unknown = this.value(key)): never {
    wrong(this.#path + key, value, expected);
  }

  #array(key: string, entries: string, length: number | undefined): unknown[] {
    const value = this.value(key);
    if (!Array.isArray(value)) {
      this.wrong(key, `an array of ${length === undefined ? "" : `${length} `}${entries}`);
    }
    if (length !== undefined && value.length !== length) {
      throw new TypeError(
        `${this.#path}${key} has ${value.length} entries; expected ${length} ${entries}`,
      );
    }
    return value;
  }

  #object(key: string, value: unknown): JsonFields {
    if (!isObject(value)) this.wrong(key, "an object", value);
    return new JsonFields(`${this.#path}${key}.`, value);
  }

  #number(key: string, value: unknown, { accepts, expected }: NumberKind): number {
    if (typeof value !== "number" || !accepts(value)) this.wrong(key, expected, value);
    return value;
  }
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SyntaxError(`${name} is ${show(text)}, which is no JSON`, { cause });
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wrong(name: string, value: unknown, expected: string): never {
  throw new TypeError(`${name} is ${show(value)}; expected ${expected}`);
}
