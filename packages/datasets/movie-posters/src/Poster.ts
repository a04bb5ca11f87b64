/** A row of either table. */
export interface Poster {
  /** IMDb id with its prefix, for example `tt0084058`. */
  readonly id: string;
  /** The id as the table writes it: the name that the image may have. */
  readonly writtenId: string;
  /** Each genre once; empty where the table knows none. */
  readonly genres: readonly string[];
  /** Line of the table, from 1. */
  readonly line: number;
}
