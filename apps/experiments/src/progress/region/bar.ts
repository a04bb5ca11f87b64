import type { Paint } from "../Paint.js";

/** A bar of that many columns, of which the share is filled. */
export function bar(share: number, columns: number, paint: Paint): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * columns);
  return `${paint("green", "━".repeat(filled))}${paint("dim", "─".repeat(columns - filled))}`;
}
