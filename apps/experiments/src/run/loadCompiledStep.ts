import type { eagerStep } from "@sigf1/training";

/** One, so that figures are the same on a machine with other cores; several runs at a time use these better anyway. */
const THREADS = 1;

/** The compiled training step. Loaded when it is needed: commands that train nothing go without. */
export async function loadCompiledStep(
  onWarning: (text: string) => void,
): Promise<typeof eagerStep> {
  const { compiledStep } = await import("@sigf1/training/compiled");
  return (...args) => compiledStep(...args, { onWarning, threads: THREADS });
}
