/** The input of an example: a part of a video on YouTube. */
export interface VideoClip {
  readonly youtubeId: string;
  /** Seconds from the video's start. */
  readonly start: number;
  /** Seconds from the video's start, above `start`. */
  readonly end: number;
  /** Absolute path of the clip's `.mp4`, or of a folder of its frames; present with `clips: "required"`. */
  readonly clip?: string;
}
