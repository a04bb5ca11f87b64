import type { LoadSettings } from "@sigf1/datasets";
import { terminalObserver } from "../../progress/terminalObserver.js";

/** Does some work on a dataset; a progress bar shows what is fetched for it. */
export async function withProgress<Result>(
  stage: string,
  work: (progress: Pick<LoadSettings<unknown>, "onProgress">) => Promise<Result>,
): Promise<Result> {
  const observer = terminalObserver(process.stderr);
  observer.onStage?.(stage);
  try {
    return await work({
      onProgress({ received, total }) {
        if (total !== undefined) observer.onProgress?.(received, total, "bytes");
      },
    });
  } finally {
    observer.close();
  }
}
