import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A DistilBERT of random weights: 2 layers, 32 features, 64 positions. */
export const tiny = fileURLToPath(new URL("../../golden/tiny-distilbert", import.meta.url));

/** What PyTorch gives for a text in the tiny model. */
export interface GoldenText {
  readonly text: string;
  readonly ids: readonly number[];
  readonly cls: readonly number[];
  readonly mean: readonly number[];
  readonly max: readonly number[];
}

export const golden: readonly GoldenText[] = JSON.parse(
  readFileSync(new URL("../../golden/transformer.json", import.meta.url), "utf8"),
);
