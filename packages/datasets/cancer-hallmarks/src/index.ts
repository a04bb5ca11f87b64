export {
  type CancerHallmarksOptions,
  cancerHallmarks,
  cancerHallmarks as default,
} from "./cancerHallmarks.js";
export { fullLabels, topLevelLabels } from "./labels.js";
