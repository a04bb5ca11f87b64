import type { Dataset } from "@sigf1/datasets";

/** Every dataset by its id, loaded when it is used. */
export const datasets: Readonly<Record<string, () => Promise<Dataset>>> = {
  "cancer-hallmarks": async () => (await import("@sigf1/dataset-cancer-hallmarks")).cancerHallmarks,
  simulated: async () => (await import("@sigf1/dataset-simulated")).simulated,
};
