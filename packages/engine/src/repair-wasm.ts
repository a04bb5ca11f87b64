import "@tensorflow/tfjs-backend-wasm";
import { repairWasmMatMul } from "./repairWasmMatMul.js";

repairWasmMatMul();
