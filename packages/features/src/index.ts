export type { EncodeOptions } from "./EncodeOptions.js";
export type { Encoder } from "./Encoder.js";
export { encodeCached } from "./encodeCached.js";
export { encodeNpy, type NpyMatrix } from "./encodeNpy.js";
export { encodeToStore } from "./encodeToStore.js";
export type { FeatureKey } from "./FeatureKey.js";
export type { FeatureMatrix } from "./FeatureMatrix.js";
export type { FeatureStore } from "./FeatureStore.js";
export type { FitLabels } from "./FitLabels.js";
export { identity } from "./identity.js";
export type { LearningEncoder } from "./LearningEncoder.js";
export { listFeatures, type StoredFeatures } from "./listFeatures.js";
export type { Part } from "./Part.js";
export {
  type PrunedFeatures,
  type PruneOptions,
  type PruneResult,
  pruneFeatures,
} from "./pruneFeatures.js";
export { standardScaler } from "./standardScaler.js";
export type { Vector } from "./Vector.js";
