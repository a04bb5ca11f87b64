export { EngineError } from "./EngineError.js";
export { type EngineName, engineNames } from "./EngineName.js";
export type { Load } from "./Load.js";
export { type EngineReport, probeEngines } from "./probeEngines.js";
export { repairWasmMatMul } from "./repairWasmMatMul.js";
export { supplyWasmGradients } from "./supplyWasmGradients.js";
export { useEngine } from "./useEngine.js";
