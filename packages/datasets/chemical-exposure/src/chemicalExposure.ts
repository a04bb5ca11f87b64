import { type Dataset, defineDataset, readAnnotatedCorpus } from "@sigf1/datasets";
import { z } from "zod";
import { fullLabels, mlNetLabels } from "./labels.js";

export interface ChemicalExposureOptions {
  /** The 32 classes on which ML-Net was evaluated, or all 72 labels as the corpus writes them. Default: "ml-net". */
  readonly labels: "ml-net" | "full";
  /** What becomes of the abstracts without a label: 155 with "ml-net", none with "full". Default: "keep". */
  readonly unlabelled: "drop" | "keep";
}

const commit = "bdc6daa0d84d1ea8e9c050c6e0a75cbe2ec5d820";
const archive = "chemical-exposure-information-corpus.tar.gz";

const statistics = {
  "ml-net": {
    drop: { examples: 3506, classes: 32, cardinality: 2.13 },
    keep: { examples: 3661, classes: 32, cardinality: 2.04 },
  },
  full: {
    drop: { examples: 3661, classes: 72, cardinality: 2.933 },
    keep: { examples: 3661, classes: 72, cardinality: 2.933 },
  },
};

/**
 * Biomedical abstracts with the evidence of exposure to chemicals that they give: biomonitoring and exposure
 * routes. Ids are PubMed ids, in ascending order.
 *
 * @see Larsson et al. (2017), PLoS ONE 12(3): e0173132, https://doi.org/10.1371/journal.pone.0173132
 */
export const chemicalExposure: Dataset<string, ChemicalExposureOptions> = defineDataset({
  id: "chemical-exposure",
  version: 1,
  title: "Chemical Exposure Information",
  modality: "text",
  citation:
    "Kristin Larsson, Simon Baker, Ilona Silins, Yufan Guo, Ulla Stenius, Anna Korhonen, Marika Berglund (2017). " +
    "Text mining for improved exposure assessment. PLoS ONE 12(3): e0173132.",
  license: "GPL-3.0",
  homepage: "https://github.com/sb895/chemical-exposure-information-corpus",
  sources: [
    {
      filename: archive,
      url: `https://github.com/sb895/chemical-exposure-information-corpus/archive/${commit}.tar.gz`,
      contentDigest: "24516211e5a94abfe48d13bcf0d01ab5967cea2d8e8263e6845269370f316a2b",
      contentFolders: ["labels", "text"],
    },
  ],
  options: z.strictObject({
    labels: z.enum(["ml-net", "full"]).default("ml-net"),
    unlabelled: z.enum(["drop", "keep"]).default("keep"),
  }),
  labels: vocabulary,
  statistics: ({ labels, unlabelled }) => statistics[labels][unlabelled],
  async *examples({ options, file }) {
    const known = new Set(vocabulary(options));
    for (const { id, text, labels } of await readAnnotatedCorpus(await file(archive), fullLabels)) {
      const kept = labels.filter((label) => known.has(label));
      if (kept.length === 0 && options.unlabelled === "drop") continue;
      yield { id, input: text, labels: kept };
    }
  },
});

function vocabulary({ labels }: ChemicalExposureOptions): readonly string[] {
  return labels === "full" ? fullLabels : mlNetLabels;
}
