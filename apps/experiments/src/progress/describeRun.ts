import type { RunName } from "../run/RunEvent.js";

/** `sigmoid-f1, seed 2`; after the name of its cell, where the study has several. */
export function describeRun({ cell, loss, seed }: RunName): string {
  return `${cell === undefined ? "" : `${cell}: `}${loss}, seed ${seed}`;
}
