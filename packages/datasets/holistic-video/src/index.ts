export { type ExtractFramesOptions, extractFrames } from "./extractFrames.js";
export type { Category, HolisticVideoOptions } from "./HolisticVideoOptions.js";
export { holisticVideo, holisticVideo as default } from "./holisticVideo.js";
export type { VideoClip } from "./VideoClip.js";
