/** How far a download has come. */
export interface DownloadProgress {
  readonly filename: string;
  /** Bytes on disk so far, those of an earlier, broken attempt included. */
  readonly received: number;
  /** Bytes of the whole file, where the server or the source says so. */
  readonly total: number | undefined;
}

/** How patient a download is. Times are in milliseconds. */
export interface DownloadLimits {
  /** Attempts after the first, where the failure may pass. Default: 4. */
  readonly retries: number;
  /** Wait before the second attempt; it doubles from one to the next. Default: 1,000. */
  readonly retryDelay: number;
  /** The longest wait, also where the server asks for more (`Retry-After`). Default: 60,000. */
  readonly maxRetryDelay: number;
  /** How long the server may send nothing before the attempt is broken off. Default: 30,000. */
  readonly idle: number;
  /** Time between two looks at a file that another process fetches. Default: 500. */
  readonly poll: number;
}

export interface DownloadSettings {
  /** Called while a file is fetched, also by another process. What it throws ends the download. */
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined;
  /** Ends the download with the signal's reason; what came is kept. */
  readonly signal?: AbortSignal | undefined;
  readonly limits?: Partial<DownloadLimits> | undefined;
}

export const DOWNLOAD_LIMITS: DownloadLimits = {
  retries: 4,
  retryDelay: 1_000,
  maxRetryDelay: 60_000,
  idle: 30_000,
  poll: 500,
};
