export type { SimulatedOptions } from "./SimulatedOptions.js";
export { simulated, simulated as default } from "./simulated.js";
