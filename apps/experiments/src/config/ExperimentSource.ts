import { isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { ConfigurationError } from "./ConfigurationError.js";
import { describeIssue } from "./describeIssue.js";
import { knownKeys } from "./knownKeys.js";
import { nearestName } from "./nearestName.js";

/** A value of the file that stands for another one: `encoder` of a cell stands at `matrix.encoder.1`. */
export interface Move {
  readonly path: readonly PropertyKey[];
  readonly place: readonly PropertyKey[];
}

/** A YAML text with the `--set` overrides applied, which can say where a key stands. */
export class ExperimentSource {
  #lines = new LineCounter();
  #document;
  #overridden: string[] = [];
  #moves: readonly Move[] = [];

  /** @throws ConfigurationError where the text is not YAML or an override has no `path=value` */
  constructor(
    text: string,
    readonly filename: string,
    overrides: readonly string[] = [],
  ) {
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    const [error] = this.#document.errors;
    if (error !== undefined) {
      const { line } = this.#lines.linePos(error.pos[0]);
      throw new ConfigurationError(`${filename}:${line}: not valid YAML: ${error.message}`);
    }
    for (const override of overrides) this.#set(override);
  }

  /** The file's content as plain values. */
  value(): unknown {
    return this.#document.toJS();
  }

  /** The same source where values from elsewhere in it stand at some paths: errors name where they are written. */
  moved(moves: readonly Move[]): ExperimentSource {
    const source = new ExperimentSource("", this.filename);
    source.#lines = this.#lines;
    source.#document = this.#document;
    source.#overridden = this.#overridden;
    source.#moves = [
      ...moves.map(({ path, place }) => ({ path, place: this.place(place) })),
      ...this.#moves,
    ];
    return source;
  }

  /** Where the value at `path` is written. */
  place(path: readonly PropertyKey[]): readonly PropertyKey[] {
    const move = this.#moves
      .filter((move) => move.path.every((key, depth) => String(key) === String(path[depth])))
      .reduce<Move | undefined>(
        (deepest, move) => (move.path.length > (deepest?.path.length ?? 0) ? move : deepest),
        undefined,
      );
    return move === undefined ? path : [...move.place, ...path.slice(move.path.length)];
  }

  /** An error that names the file, the line and the key at `path`. */
  error(path: readonly PropertyKey[], message: string): ConfigurationError {
    const written = this.place(path);
    const key = written.map(String).join(".");
    const place = this.#place(written);
    // An override that sets the key itself names it already.
    const named = key === "" || place === `--set ${key}`;
    return new ConfigurationError(`${place}: ${named ? "" : `${key}: `}${message}`);
  }

  /** Parses the value below `prefix` by a schema; every issue is told with its line. */
  parse<Output>(schema: z.ZodType<Output>, value: unknown, prefix: readonly PropertyKey[]): Output {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    const messages = result.error.issues.flatMap((issue) => {
      const path = [...prefix, ...issue.path];
      if (issue.code !== "unrecognized_keys")
        return [this.error(path, describeIssue(issue)).message];
      const known = knownKeys(schema, issue.path);
      const hint = (key: string) =>
        known.length > 0 ? nearestName(key, known) : `this ${String(path.at(-1))} takes no options`;
      return issue.keys.map(
        (key) => this.error([...path, key], `unknown key; ${hint(key)}`).message,
      );
    });
    throw new ConfigurationError(messages.join("\n"));
  }

  #set(override: string): void {
    const at = override.indexOf("=");
    const path = override.slice(0, at).split(".");
    if (at < 1 || path.includes("")) {
      throw new ConfigurationError(`--set ${override}: expected path=value, as in head.l2=0.001`);
    }
    const value = parseDocument(override.slice(at + 1));
    if (value.errors.length > 0) {
      throw new ConfigurationError(`--set ${override}: the value is not valid YAML`);
    }
    for (let depth = 1; depth < path.length; depth++) {
      const parent = path.slice(0, depth);
      const node = this.#document.getIn(parent, true);
      // A bare name stands for { use: name }.
      if (isScalar(node))
        this.#document.setIn(parent, this.#document.createNode({ use: node.value }));
      if (isSeq(node) && !(Number(path[depth]) < node.items.length)) {
        throw new ConfigurationError(
          `--set ${override}: ${parent.join(".")} has the entries 0 to ${node.items.length - 1}`,
        );
      }
    }
    this.#document.setIn(path, value.contents);
    this.#overridden.push(path.join("."));
  }

  #place(path: readonly PropertyKey[]): string {
    const key = path.map(String).join(".");
    const overridden = this.#overridden.find((set) => key === set || key.startsWith(`${set}.`));
    if (overridden !== undefined) return `--set ${overridden}`;
    for (let depth = path.length; depth > 0; depth--) {
      const node = this.#document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) {
        return `${this.filename}:${this.#lines.linePos(node.range[0]).line}`;
      }
    }
    return this.filename;
  }
}
