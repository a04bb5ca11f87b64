import { type Dataset, defineDataset, readAnnotatedCorpus } from "@sigf1/datasets";
import { z } from "zod";
import { blurbSplit } from "./blurbSplit.js";
import { fullLabels, topLevelLabels } from "./labels.js";

export interface CancerHallmarksOptions {
  /** The ten hallmarks, or all 36 labels with their lower levels. Default: "top-level". */
  readonly labels: "top-level" | "full";
  /** What becomes of the 272 abstracts without a label. Default: "drop", which leaves 1,580 of 1,852. */
  readonly unlabelled: "drop" | "keep";
}

const commit = "3bc6e6deb90cf5bc4f9988c493fe2c32e9b3cf2a";
const archive = "hallmarks-of-cancer.tar.gz";

const statistics = {
  "top-level": {
    drop: { examples: 1580, classes: 10, cardinality: 1.561 },
    keep: { examples: 1852, classes: 10, cardinality: 1.332 },
  },
  full: {
    drop: { examples: 1580, classes: 36, cardinality: 1.965 },
    keep: { examples: 1852, classes: 36, cardinality: 1.677 },
  },
};

/**
 * Biomedical abstracts with the hallmarks of cancer that they speak of; ids are PubMed ids, in ascending order.
 * The official split "blurb" covers all 1,852 abstracts and presupposes `unlabelled: "keep"`.
 *
 * @see Baker et al. (2016), Bioinformatics 32(3):432–440, https://doi.org/10.1093/bioinformatics/btv585
 */
export const cancerHallmarks: Dataset<string, CancerHallmarksOptions> = defineDataset({
  id: "cancer-hallmarks",
  version: 1,
  title: "Hallmarks of Cancer",
  modality: "text",
  citation:
    "Simon Baker, Ilona Silins, Yufan Guo, Imran Ali, Johan Högberg, Ulla Stenius, Anna Korhonen (2016). " +
    "Automatic semantic classification of scientific literature according to the hallmarks of cancer. " +
    "Bioinformatics 32(3):432–440.",
  license: "GPL-3.0",
  homepage: "https://github.com/sb895/Hallmarks-of-Cancer",
  sources: [
    {
      filename: archive,
      url: `https://github.com/sb895/Hallmarks-of-Cancer/archive/${commit}.tar.gz`,
      contentDigest: "bfe5f4b35d4073d32cbdc6d075d51a30c47fb7eeaecc19ea98d5600469f5bf87",
      contentFolders: ["labels", "text"],
    },
  ],
  options: z.strictObject({
    labels: z.enum(["top-level", "full"]).default("top-level"),
    unlabelled: z.enum(["drop", "keep"]).default("drop"),
  }),
  labels: ({ labels }) => (labels === "full" ? fullLabels : topLevelLabels),
  splits: {
    blurb: { options: { unlabelled: "keep" }, ids: async () => blurbSplit },
  },
  statistics: ({ labels, unlabelled }) => statistics[labels][unlabelled],
  async *examples({ options, file }) {
    for (const { id, text, labels } of await readAnnotatedCorpus(await file(archive), fullLabels)) {
      if (labels.length === 0 && options.unlabelled === "drop") continue;
      const kept = options.labels === "full" ? labels : labels.map(topLevel);
      yield { id, input: text, labels: [...new Set(kept)] };
    }
  },
});

function topLevel(label: string): string {
  return label.split("--", 1)[0] ?? label;
}
