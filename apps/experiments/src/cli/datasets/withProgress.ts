import type { LoadSettings } from "@sigf1/datasets";
import { terminalObserver } from "../../progress/terminalObserver.js";

/** Does some work on a dataset; a progress bar shows what is fetched for it. */
export async function withProgress<Result>(
  stage: string,
  work: (progress: Pick<LoadSettings<unknown>, "onProgress">) => Promise<Result>,
): Promise<Result> {
  const { observer, close } = terminalObserver(process.stderr);
  observer({ event: "stage", text: stage });
  try {
    return await work({
      onProgress({ received, total }) {
        if (total === undefined) return;
        observer({ event: "progress", done: received, total, unit: "bytes" });
      },
    });
  } finally {
    close();
  }
}
