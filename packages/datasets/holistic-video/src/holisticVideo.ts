import {
  type Dataset,
  type DatasetContext,
  defineDataset,
  type Example,
  rareLabelFilter,
} from "@sigf1/datasets";
import { ClipFolder } from "./ClipFolder.js";
import { type HolisticVideoOptions, holisticVideoOptions } from "./HolisticVideoOptions.js";
import { parseLabelRow } from "./parseLabelRow.js";
import { readLabels } from "./readLabels.js";
import { readTagCategories } from "./readTagCategories.js";
import { statistics } from "./statistics.js";
import type { VideoClip } from "./VideoClip.js";

const repository = "holistic-video-understanding/HVU-Dataset";
const tables = { validation: "HVU_Val_V1.0", train: "HVU_Train_V1.0" } as const;
const tagCategories = "HVU_Tags_Categories_V1.0.csv";
const clipFolder = "clips";
const unpacked = `Unpack the .zip of the same name from https://github.com/${repository}`;

/**
 * Clips of YouTube videos with tags of actions, scenes, objects, events, attributes and concepts, in the order of the
 * table of labels. The videos are the user's own: see the option `clips`.
 *
 * @see Diba et al. (2020), Large scale holistic video understanding, ECCV 2020, https://arxiv.org/abs/1904.11451
 */
export const holisticVideo: Dataset<VideoClip, HolisticVideoOptions> = defineDataset({
  id: "holistic-video",
  version: 1,
  title: "Holistic Video Understanding",
  modality: "video",
  citation:
    "Ali Diba, Mohsen Fayyaz, Vivek Sharma, Manohar Paluri, Jürgen Gall, Rainer Stiefelhagen, Luc Van Gool (2020). " +
    "Large scale holistic video understanding. European Conference on Computer Vision, 593–610.",
  license: "none stated for the labels; the videos belong to their owners",
  homepage: `https://github.com/${repository}`,
  sources: [
    {
      filename: `${tables.validation}.zip`,
      url: fileAt("7affdafe7cd7e2684eaddabb513f37fdd07a2db2", `${tables.validation}.zip`),
      sha256: "31a01ce95eb039d76e0550a3f429b14f28977a3774700ce87c7105a627bb5f2f",
      bytes: 1_695_710,
    },
    { filename: `${tables.train}.zip`, url: fileAt("master", `${tables.train}.zip`) },
    {
      filename: tagCategories,
      url: fileAt("f6d2f8f4b863d6457c6d178f6284c549a1bb0e89", tagCategories),
      sha256: "57e62ebb581f78fa53d4b3307a6f747d35f8116ab8f29088c0eb74a6d77e8d78",
      bytes: 58_490,
    },
    { filename: `${tables.validation}.csv`, obtain: unpacked },
    { filename: `${tables.train}.csv`, obtain: unpacked },
    {
      filename: clipFolder,
      kind: "folder",
      obtain:
        "Fetch the videos with https://github.com/holistic-video-understanding/HVU-Downloader, and put its .mp4 files, " +
        "or a folder of frames for each, into a folder clips in one of these folders; or set clips: ignore",
    },
  ],
  options: holisticVideoOptions,
  statistics,
  async *examples(context) {
    for await (const example of rareLabelFilter(context, context.options.minCount, taggedClips)) {
      if (example.labels.length > 0) yield example;
      else
        context.skip("no tag is left by the options category and minCount", { file: example.id });
    }
  },
});

function fileAt(commit: string, filename: string): string {
  return `https://raw.githubusercontent.com/${repository}/${commit}/${filename}`;
}

async function* taggedClips({
  options: { part, category, clips },
  file,
  find,
  skip,
}: DatasetContext<HolisticVideoOptions>): AsyncGenerator<Example<VideoClip>, void, undefined> {
  const table = tables[part];
  const path = (await find(`${table}.csv`)) ?? (await file(`${table}.zip`));
  const categoryOf = await readTagCategories(await file(tagCategories));
  const folder = clips === "required" ? await ClipFolder.open(await file(clipFolder)) : undefined;
  for await (const { record, line, file: where } of readLabels(path)) {
    const place = { file: where, line };
    const labelled = parseLabelRow(record, categoryOf, place);
    const { id, tags } = labelled;
    const labels = tags.filter((tag) => category === "all" || categoryOf.get(tag) === category);
    const clip = await folder?.find(labelled);
    if (folder === undefined) yield { id, input: labelled.clip, labels };
    else if (clip === undefined) skip("the clip is missing or empty", place);
    else yield { id, input: { ...labelled.clip, clip }, labels };
  }
}
