export {
  type ChemicalExposureOptions,
  chemicalExposure,
  chemicalExposure as default,
} from "./chemicalExposure.js";
export { fullLabels, mlNetLabels } from "./labels.js";
