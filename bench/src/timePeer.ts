import { peerScript, python } from "./python.js";

/** Reasons that were given: once is enough. */
const said = new Set<string>();

/** Runs a script of `bench/peers`, which prints milliseconds as JSON; empty where PyTorch is missing, which it says. */
export function timePeer(script: string, args: readonly number[]): number[] {
  try {
    return JSON.parse(python([peerScript(script), ...args.map(String)]));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (!said.has(reason)) console.log(`PyTorch is left out: ${reason}`);
    said.add(reason);
    return [];
  }
}
