export type { ArxivOptions } from "./ArxivOptions.js";
export { arxiv, arxiv as default } from "./arxiv.js";
