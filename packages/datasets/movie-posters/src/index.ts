export type { MoviePostersOptions } from "./MoviePostersOptions.js";
export { moviePosters, moviePosters as default } from "./moviePosters.js";
