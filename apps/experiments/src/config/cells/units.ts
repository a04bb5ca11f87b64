/** The keys of a file that change data or features, or what every run of a cell trains alike. */
export const units = ["dataset", "encoder", "split", "countHead"] as const;
