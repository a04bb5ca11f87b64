export type { TfidfEncoder } from "./TfidfEncoder.js";
export { tfidf } from "./tfidf.js";
export { type TfidfOptions, tfidfOptions } from "./tfidfOptions.js";
