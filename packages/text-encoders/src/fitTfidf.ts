import type { FitLabels } from "@sigf1/features";
import type { z } from "zod";
import { chi2 } from "./chi2.js";
import { compareCodePoints } from "./compareCodePoints.js";
import { countTerms } from "./countTerms.js";
import { documentFrequencies } from "./documentFrequencies.js";
import { keepColumns } from "./keepColumns.js";
import { selectKBest } from "./selectKBest.js";
import type { tfidfOptions } from "./tfidfOptions.js";
import { weigh } from "./weigh.js";

/** What tf-idf has learnt. */
export interface FittedTfidf {
  /** Column of each term that is a feature. */
  readonly vocabulary: Map<string, number>;
  /** Inverse document frequency of each column. */
  readonly idf: Float64Array;
}

/** Learns vocabulary, idf and selected features from the n-grams of the training documents. */
export function fitTfidf(
  documents: Iterable<readonly string[]>,
  options: z.output<typeof tfidfOptions>,
  labels: FitLabels | undefined,
): FittedTfidf {
  const columns = new Map<string, number>();
  const counts = countTerms(documents, columns, "add");
  const terms = [...columns.keys()];
  if (terms.length === 0) {
    throw new RangeError("tfidf: no text has a word of two letters that is not a stop word");
  }
  const all = documentFrequencies(counts);
  const kept = prune(terms, all, counts.rows, options);
  const idf = Float64Array.from(kept, (column) => {
    const smooth = options.smoothIdf ? 1 : 0;
    return Math.log((counts.rows + smooth) / (all[column]! + smooth)) + 1; // kept: columns of counts
  });

  const scores = () => {
    if (options.selection === "document-frequency") {
      return Float64Array.from(kept, (column) => all[column]!); // kept: columns of counts
    }
    if (labels === undefined) throw new TypeError('tfidf: selection "chi2" needs labels in fit');
    return chi2(weigh(keepColumns(counts, kept), { ...options, idf }), labels);
  };
  const { maxFeatures } = options;
  const selected =
    maxFeatures === null ? Int32Array.from(kept.keys()) : selectKBest(scores(), maxFeatures);
  // kept: columns of counts; selected: positions in kept and idf.
  const features = Array.from(selected, (position) => terms[kept[position]!]!);
  return {
    vocabulary: new Map(features.map((term, column) => [term, column])),
    idf: Float64Array.from(selected, (position) => idf[position]!),
  };
}

/** The columns of the terms that are neither too rare nor too common, in the order of the terms. */
function prune(
  terms: readonly string[],
  frequencies: Float64Array,
  documents: number,
  { minDf, maxDf }: z.output<typeof tfidfOptions>,
): number[] {
  const least = minDf < 1 ? minDf * documents : minDf;
  const most = maxDf <= 1 ? maxDf * documents : maxDf;
  const kept: number[] = [];
  frequencies.forEach((frequency, column) => {
    if (least <= frequency && frequency <= most) kept.push(column);
  });
  if (kept.length === 0) {
    throw new RangeError(
      `tfidf: none of ${terms.length} terms occurs in at least ${least} (minDf ${minDf}) and at most ` +
        `${most} (maxDf ${maxDf}) of ${documents} texts: lower minDf or raise maxDf`,
    );
  }
  return kept.sort((a, b) => compareCodePoints(terms[a]!, terms[b]!)); // a and b are columns
}
