import { resolve } from "node:path";

/** Folder of a sweep's results below the one that its workers share. */
export const sharedFolder = (shared: string, sweep: string) => resolve(shared, sweep);
