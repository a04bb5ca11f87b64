import "@tensorflow/tfjs-backend-wasm";
import { repairWasmMatMul } from "./repairWasmMatMul.js";
import { supplyWasmGradients } from "./supplyWasmGradients.js";

repairWasmMatMul();
supplyWasmGradients();
