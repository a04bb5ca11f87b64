import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AutoTokenizer } from "@huggingface/transformers";
import { describe, expect, test } from "vitest";

const golden: readonly { text: string; ids: number[] }[] = JSON.parse(
  readFileSync(new URL("../../golden/tokenIds.json", import.meta.url), "utf8"),
);
const { SIGF1_MODELS } = process.env;

describe.skipIf(!SIGF1_MODELS)("distilbert-base-uncased in SIGF1_MODELS", () => {
  test("gives the token ids of BERT's own algorithm for awkward texts", async () => {
    const folder = join(String(SIGF1_MODELS), "distilbert-base-uncased");
    const tokenizer = await AutoTokenizer.from_pretrained(folder, { local_files_only: true });
    for (const { text, ids } of golden) {
      expect(tokenizer.encode(text), text.slice(0, 60)).toEqual(ids);
    }
  });
});
