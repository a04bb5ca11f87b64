export { embeddingBag } from "./embeddingBag/embeddingBag.js";
export {
  type EmbeddingBagOptions,
  embeddingBagOptions,
} from "./embeddingBag/embeddingBagOptions.js";
export { type LsaEncoder, lsa } from "./lsa/lsa.js";
export { type LsaOptions, lsaOptions } from "./lsa/lsaOptions.js";
export type { TfidfEncoder } from "./TfidfEncoder.js";
export { tfidf } from "./tfidf.js";
export { type TfidfOptions, tfidfOptions } from "./tfidfOptions.js";
export type { ModelFolders } from "./transformer/ModelFolders.js";
export { transformer } from "./transformer/transformer.js";
export { type TransformerOptions, transformerOptions } from "./transformer/transformerOptions.js";
