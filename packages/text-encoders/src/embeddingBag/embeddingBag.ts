import type { Encoder } from "@sigf1/features";
import { z } from "zod";
import { checkTexts } from "../checkTexts.js";
import { wordNgrams } from "../wordNgrams.js";
import { type EmbeddingBagOptions, embeddingBagOptions } from "./embeddingBagOptions.js";
import { hash } from "./hash.js";
import { subwords } from "./subwords.js";

const NO_WORDS: ReadonlySet<string> = new Set();

/**
 * Encodes texts as bags of hashed tokens: feature j is the number of the text's word n-grams, and parts of words, that
 * the seeded hash puts into bucket j, divided by the number of all tokens (`mean`) or its square root (`sqrtn`). A first
 * linear layer x·E then looks up and averages embeddings E [buckets, dimension], which are trained with the head: the
 * head's option `embedding` (fastText: Joulin et al. 2017). Nothing is learnt before, so that no word is unknown; tokens
 * that share a bucket share an embedding. A text without words is 0.
 *
 * `encode` throws TypeError on an input that is not a string.
 *
 * @throws TypeError on an unknown option or a value out of range.
 */
export function embeddingBag(options: EmbeddingBagOptions = {}): Encoder<string> {
  const parsed = embeddingBagOptions.safeParse(options);
  if (!parsed.success) throw new TypeError(`embeddingBag: ${z.prettifyError(parsed.error)}`);
  const { buckets, ngramRange, subwordRange, combiner, lowercase, seed } = parsed.data;
  const tokens = (text: string) => {
    const ngrams = wordNgrams(text, { lowercase, ngramRange, stopWords: NO_WORDS });
    if (subwordRange === null) return ngrams;
    const words = wordNgrams(text, { lowercase, ngramRange: [1, 1], stopWords: NO_WORDS });
    return [...ngrams, ...words.flatMap((word) => subwords(word, subwordRange))];
  };
  return {
    id: `embedding-bag(${JSON.stringify(parsed.data)})`,
    dimension: buckets,
    async encode(texts) {
      checkTexts("embeddingBag", texts);
      const features = new Float32Array(texts.length * buckets);
      texts.forEach((text, i) => {
        const found = tokens(text);
        const weight = 1 / (combiner === "mean" ? found.length : Math.sqrt(found.length));
        // A bucket is below `buckets`.
        for (const token of found) features[i * buckets + (hash(token, seed) % buckets)]! += weight;
      });
      return features;
    },
    dispose() {},
  };
}
