/** What `wordNgrams` needs of `tfidfOptions`. */
export interface NgramOptions {
  readonly lowercase: boolean;
  readonly stopWords: ReadonlySet<string>;
  readonly ngramRange: readonly [number, number];
}

/**
 * Words of two or more letters, digits or underscores. Python's `\w` is what `str.isalnum` accepts and
 * `_`, so combining marks part words there, and here; JavaScript's `\w` is ASCII.
 */
const WORD = /[\p{L}\p{N}_]{2,}/gu;

/**
 * The word n-grams of a text, words joined by one space, with every repetition. Stop words are taken out
 * first, so an n-gram can span one. As scikit-learn's `TfidfVectorizer` with its default token pattern.
 */
export function wordNgrams(text: string, options: NgramOptions): string[] {
  const { lowercase, stopWords, ngramRange } = options;
  const all: string[] = (lowercase ? text.toLowerCase() : text).match(WORD) ?? [];
  const words = stopWords.size === 0 ? all : all.filter((word) => !stopWords.has(word));
  const [shortest, longest] = ngramRange;
  const ngrams: string[] = [];
  for (let n = shortest; n <= longest; n++) {
    for (let start = 0; start + n <= words.length; start++) {
      ngrams.push(n === 1 ? words[start]! : words.slice(start, start + n).join(" ")); // start < length
    }
  }
  return ngrams;
}
