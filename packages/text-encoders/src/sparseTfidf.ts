import type { FitLabels } from "@sigf1/features";
import type { z } from "zod";
import type { CsrMatrix } from "./CsrMatrix.js";
import { checkTexts } from "./checkTexts.js";
import { countTerms } from "./countTerms.js";
import { englishStopWords } from "./englishStopWords.js";
import { type FittedTfidf, fitTfidf } from "./fitTfidf.js";
import type { tfidfOptions } from "./tfidfOptions.js";
import { weigh } from "./weigh.js";
import { wordNgrams } from "./wordNgrams.js";

/** tf-idf weights as a sparse matrix. */
export interface SparseTfidf {
  /** Throws TypeError on an input that is no text or without the labels that selection needs, RangeError where no text or term remains. */
  fit(texts: readonly string[], labels?: FitLabels): void;
  /** What it has learnt; throws Error before `fit`. */
  learnt(): FittedTfidf;
  /** One row per text, one column per term; throws Error before `fit`. */
  transform(texts: readonly string[]): CsrMatrix;
  forget(): void;
}

/** tf-idf that is not fitted yet. */
export function sparseTfidf(options: z.output<typeof tfidfOptions>): SparseTfidf {
  const ngramOptions = {
    ...options,
    stopWords: options.stopWords === "english" ? englishStopWords : new Set(options.stopWords),
  };
  function* documents(texts: readonly string[]) {
    for (const text of texts) yield wordNgrams(text, ngramOptions);
  }

  let fitted: FittedTfidf | undefined;
  const learnt = () => {
    if (fitted === undefined) throw new Error("tfidf: call fit first");
    return fitted;
  };
  return {
    fit(texts, labels) {
      checkTexts("tfidf", texts);
      if (texts.length === 0) throw new RangeError("tfidf: nothing to fit on, got no texts");
      fitted = fitTfidf(documents(texts), options, labels);
    },
    learnt,
    transform(texts) {
      const { vocabulary, idf } = learnt();
      checkTexts("tfidf", texts);
      return weigh(countTerms(documents(texts), vocabulary, "skip"), { ...options, idf });
    },
    forget() {
      fitted = undefined;
    },
  };
}
