export type { Check } from "./Check.js";
export { checkDataset } from "./checkDataset.js";
export { describeDataset } from "./describeDataset.js";
