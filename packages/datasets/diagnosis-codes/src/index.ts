export type { DiagnosisCodesOptions } from "./DiagnosisCodesOptions.js";
export { diagnosisCodes, diagnosisCodes as default } from "./diagnosisCodes.js";
