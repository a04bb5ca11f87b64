export { type ReadTarOptions, readTarEntries, type TarEntry } from "./archives/readTarEntries.js";
export { binarizeLabels } from "./binarizeLabels.js";
export type {
  Dataset,
  DatasetContext,
  DatasetDefinition,
  Example,
  Modality,
  OfficialSplit,
  Source,
  SplitIds,
} from "./Dataset.js";
export { DatasetError, type DatasetErrorPlace } from "./DatasetError.js";
export { defineDataset } from "./defineDataset.js";
export type { LabelMatrix } from "./LabelMatrix.js";
export type { LoadedDataset } from "./LoadedDataset.js";
export type { LoadSettings } from "./LoadSettings.js";
export { type LabelStatistics, labelStatistics } from "./labelStatistics.js";
export { loadDataset } from "./loadDataset.js";
export { type OpenDataset, openDataset } from "./openDataset.js";
export { cacheFolder } from "./sources/cacheFolder.js";
export { contentDigest } from "./sources/contentDigest.js";
export type { DownloadProgress } from "./sources/downloadSource.js";
export type { SourceFolders } from "./sources/openSource.js";
export { officialSplit } from "./splits/officialSplit.js";
export { randomSplit } from "./splits/randomSplit.js";
export type { SplitFractions } from "./splits/SplitFractions.js";
export type { SplitIndices } from "./splits/SplitIndices.js";
export { stratifiedSplit } from "./splits/stratifiedSplit.js";
