import type { SourceFolders } from "./sources/openSource.js";

/** How a dataset is to be read. */
export interface LoadSettings<Options> extends SourceFolders {
  /** The dataset's own options; what is absent takes its default. */
  readonly options?: Partial<Options> | undefined;
  /** Name of an official split. Options that it presupposes stand in for the defaults. */
  readonly split?: string | undefined;
}
