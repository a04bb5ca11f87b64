import type { RunObserver } from "./RunEvent.js";

/**
 * Whether training steps can be compiled here; a warning tells where ONNX Runtime has no native library for this machine.
 * Asked before runs are named: figures of eager steps are others than those of compiled ones.
 */
export async function canCompile(observer: RunObserver): Promise<boolean> {
  try {
    await import("@sigf1/training/compiled");
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    observer({ event: "warning", text: `training is not compiled: ${reason}` });
    return false;
  }
}
