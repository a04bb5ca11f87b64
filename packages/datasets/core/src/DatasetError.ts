/** Where a mistake in a dataset was found. */
export interface DatasetErrorPlace {
  /** Path of the file; an archive's entry is `<archive>/<entry>`. */
  readonly file?: string;
  /** Line in the file, from 1. */
  readonly line?: number;
  readonly cause?: unknown;
}

/**
 * A mistake in a dataset's definition, files or examples that a person can mend. The message is one sentence
 * that starts with the place where it is known: `<file>:<line>: <what was wrong and what was expected>`.
 */
export class DatasetError extends Error {
  override readonly name = "DatasetError";
  readonly file: string | undefined;
  readonly line: number | undefined;

  constructor(message: string, { file, line, cause }: DatasetErrorPlace = {}) {
    const place = [file, line].filter((part) => part !== undefined).join(":");
    super(place === "" ? message : `${place}: ${message}`, { cause });
    this.file = file;
    this.line = line;
  }
}
