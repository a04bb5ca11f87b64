import { z } from "zod";
import type { CsrMatrix } from "./CsrMatrix.js";
import { countTerms } from "./countTerms.js";
import { englishStopWords } from "./englishStopWords.js";
import { type FittedTfidf, fitTfidf } from "./fitTfidf.js";
import type { TfidfEncoder } from "./TfidfEncoder.js";
import { type TfidfOptions, tfidfOptions } from "./tfidfOptions.js";
import { weigh } from "./weigh.js";
import { wordNgrams } from "./wordNgrams.js";

/**
 * Encodes texts as tf-idf weights of their word n-grams: tf · (ln((n + 1) / (df + 1)) + 1), with n training
 * texts, of which df have the term, and tf the term's count in the text, or 1 + ln(count) if `sublinearTf`;
 * without `smoothIdf` the ones inside ln are left out. Each text's weights are then divided by their L2 norm.
 * The numbers of scikit-learn's `TfidfVectorizer`; with `maxFeatures`, of that followed by `SelectKBest` and
 * `Normalizer`: a text's length is that of its selected features.
 *
 * `fit` throws TypeError on an input that is no text or, for χ² selection, without labels, and RangeError
 * where no text is given or no term remains; `encode` throws Error before `fit`.
 *
 * @throws TypeError on an unknown option or a value out of range.
 */
export function tfidf(options: TfidfOptions = {}): TfidfEncoder {
  const parsed = tfidfOptions.safeParse(options);
  if (!parsed.success) throw new TypeError(`tfidf: ${z.prettifyError(parsed.error)}`);
  const chosen = parsed.data;
  const ngramOptions = {
    ...chosen,
    stopWords: chosen.stopWords === "english" ? englishStopWords : new Set(chosen.stopWords),
  };
  function* documents(texts: readonly string[]) {
    for (const [i, text] of texts.entries()) {
      if (typeof text !== "string") {
        throw new TypeError(`tfidf: input ${i} is of type ${typeof text}; expected a string`);
      }
      yield wordNgrams(text, ngramOptions);
    }
  }

  let fitted: FittedTfidf | undefined;
  const learnt = () => {
    if (fitted === undefined) throw new Error("tfidf: call fit first");
    return fitted;
  };
  return {
    id: `tf-idf(${JSON.stringify(chosen)})`,
    get dimension() {
      return learnt().vocabulary.size;
    },
    get terms() {
      return [...learnt().vocabulary.keys()];
    },
    async fit(texts, labels) {
      if (texts.length === 0) throw new RangeError("tfidf: nothing to fit on, got no texts");
      fitted = fitTfidf(documents(texts), chosen, labels);
    },
    async encode(texts) {
      const { vocabulary, idf } = learnt();
      return densify(weigh(countTerms(documents(texts), vocabulary, "skip"), { ...chosen, idf }));
    },
    dispose() {
      fitted = undefined;
    },
  };
}

function densify({ rows, cols, starts, columns, values }: CsrMatrix): Float32Array {
  const dense = new Float32Array(rows * cols);
  // CsrMatrix: starts has rows + 1 entries, k is below the length of columns and values.
  for (let i = 0; i < rows; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) dense[i * cols + columns[k]!] = values[k]!;
  }
  return dense;
}
