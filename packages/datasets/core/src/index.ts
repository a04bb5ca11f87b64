export { type ReadTarOptions, readTarEntries, type TarEntry } from "./archives/readTarEntries.js";
export { type ReadZipOptions, readZipEntries, type ZipEntry } from "./archives/readZipEntries.js";
export { type BinarizedLabels, type BinarizeOptions, binarizeLabels } from "./binarizeLabels.js";
export { checkedExamples } from "./checkedExamples.js";
export type { Check } from "./conformance/Check.js";
export { checkDataset } from "./conformance/checkDataset.js";
export { type AnnotatedText, readAnnotatedCorpus } from "./corpora/readAnnotatedCorpus.js";
export type {
  Dataset,
  DatasetContext,
  DatasetDefinition,
  Example,
  Modality,
  OfficialSplit,
  SkippedExamples,
  Source,
  SplitIds,
  StatedStatistics,
} from "./Dataset.js";
export { DatasetError, type DatasetErrorPlace } from "./DatasetError.js";
export { defineDataset } from "./defineDataset.js";
export type { LabelMatrix } from "./LabelMatrix.js";
export type { LoadedDataset } from "./LoadedDataset.js";
export type { LoadSettings } from "./LoadSettings.js";
export { type LabelStatistics, labelStatistics } from "./labelStatistics.js";
export { type LabelVocabularyOptions, labelVocabulary } from "./labelVocabulary.js";
export { loadDataset } from "./loadDataset.js";
export { type OpenDataset, openDataset } from "./openDataset.js";
export { type JsonLine, jsonBlocks, type ReadJsonLinesOptions } from "./readers/jsonBlocks.js";
export type { TextEncoding } from "./readers/lineBlocks.js";
export { rareLabelFilter } from "./readers/rareLabelFilter.js";
export { type CsvRecord, type ReadCsvOptions, readCsv } from "./readers/readCsv.js";
export { readJsonLines } from "./readers/readJsonLines.js";
export { type ReadLinesOptions, readLines, type TextLine } from "./readers/readLines.js";
export { reservoirSample } from "./samples/reservoirSample.js";
export { cacheFolder } from "./sources/cacheFolder.js";
export { contentDigest } from "./sources/contentDigest.js";
export type {
  DownloadLimits,
  DownloadProgress,
  DownloadSettings,
} from "./sources/DownloadSettings.js";
export type { SourceFolders } from "./sources/openSource.js";
export { pathWithin } from "./sources/pathWithin.js";
export { officialSplit } from "./splits/officialSplit.js";
export { randomSplit } from "./splits/randomSplit.js";
export type { SplitFractions } from "./splits/SplitFractions.js";
export type { SplitIndices } from "./splits/SplitIndices.js";
export { type StratifiedSplitOptions, stratifiedSplit } from "./splits/stratifiedSplit.js";
export { type StreamStatistics, streamStatistics } from "./streamStatistics.js";
