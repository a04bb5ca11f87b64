import type { Dataset } from "@sigf1/datasets";

/** Every built-in dataset by its id, loaded when it is used. */
export const datasets: Readonly<Record<string, () => Promise<Dataset>>> = {
  arxiv: async () => (await import("@sigf1/dataset-arxiv")).arxiv,
  "cancer-hallmarks": async () => (await import("@sigf1/dataset-cancer-hallmarks")).cancerHallmarks,
  "chemical-exposure": async () =>
    (await import("@sigf1/dataset-chemical-exposure")).chemicalExposure,
  "diagnosis-codes": async () => (await import("@sigf1/dataset-diagnosis-codes")).diagnosisCodes,
  "holistic-video": async () => (await import("@sigf1/dataset-holistic-video")).holisticVideo,
  "movie-posters": async () => (await import("@sigf1/dataset-movie-posters")).moviePosters,
  mulan: async () => (await import("@sigf1/dataset-mulan")).mulan,
  simulated: async () => (await import("@sigf1/dataset-simulated")).simulated,
};
