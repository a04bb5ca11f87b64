export { type MulanOptions, mulan, mulan as default } from "./mulan.js";
