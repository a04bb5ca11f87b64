import type { Encoder } from "./Encoder.js";
import type { Manifest } from "./manifest.js";

/** @throws Error where the encoder gives another number of columns than the features that are stored under its id */
export function checkDimension<Input>(
  { id, dimension }: Encoder<Input>,
  { cols }: Manifest,
  folder: string,
): void {
  if (dimension === cols) return;
  throw new Error(
    `encoder ${id} gives ${dimension} columns, but its stored features have ${cols}: ` +
      `give it another id, or delete ${folder}`,
  );
}
