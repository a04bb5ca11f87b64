import { DatasetError, type DatasetErrorPlace } from "@sigf1/datasets";
import type { Category } from "./HolisticVideoOptions.js";
import type { VideoClip } from "./VideoClip.js";

/** A row of a table of labels. */
export interface LabelledClip {
  /** `<youtube id>_<start>_<end>`, the times as the table writes them. */
  readonly id: string;
  readonly clip: VideoClip;
  /** Each tag once. */
  readonly tags: readonly string[];
}

/**
 * Reads a row `Tags,youtube_id,time_start,time_end`: tags joined by `|`, times in seconds.
 *
 * @throws DatasetError for a column that is absent, an id with other characters than letters, digits, `-` and `_`,
 * times that are no span, and a tag that has no category.
 */
export function parseLabelRow(
  row: Readonly<Record<string, string>>,
  categoryOf: ReadonlyMap<string, Category>,
  place: DatasetErrorPlace,
): LabelledClip {
  const { Tags, youtube_id: youtubeId, time_start: from, time_end: to } = row;
  if (Tags === undefined || youtubeId === undefined || from === undefined || to === undefined) {
    throw new DatasetError("expected the columns Tags, youtube_id, time_start and time_end", {
      ...place,
      line: 1,
    });
  }
  if (!/^[\w-]+$/.test(youtubeId)) {
    throw new DatasetError(`${JSON.stringify(youtubeId)} is no id of a YouTube video`, place);
  }
  const id = `${youtubeId}_${from}_${to}`;
  const [start, end] = [seconds(from), seconds(to)];
  if (!(start < end)) {
    throw new DatasetError(
      `${id} goes from "${from}" to "${to}", expected seconds from 0, the second above the first`,
      place,
    );
  }
  const tags = [...new Set(Tags.split("|"))];
  const stranger = tags.find((tag) => !categoryOf.has(tag));
  if (stranger !== undefined) {
    throw new DatasetError(
      `${id} has the tag "${stranger}", which is not among the ${categoryOf.size} tags with a category`,
      place,
    );
  }
  return { id, clip: { youtubeId, start, end }, tags };
}

/** NaN, which compares as false, where the text is no decimal number. */
function seconds(text: string): number {
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}
