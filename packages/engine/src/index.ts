export { EngineError } from "./EngineError.js";
export { ENGINE_NAMES, type EngineName } from "./EngineName.js";
export type { Load } from "./Load.js";
export { type EngineReport, probeEngines } from "./probeEngines.js";
export { repairWasmMatMul } from "./repairWasmMatMul.js";
export { useEngine } from "./useEngine.js";
