import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AutoTokenizer } from "@huggingface/transformers";
import { expect, test } from "vitest";

const golden: readonly { text: string; ids: number[] }[] = JSON.parse(
  readFileSync(new URL("../../golden/tokenIds.json", import.meta.url), "utf8"),
);
const folder = join(process.env.SIGF1_MODELS ?? "", "distilbert-base-uncased");
const ready = process.env.SIGF1_MODELS !== undefined && existsSync(folder);

test.skipIf(!ready)(
  `distilbert-base-uncased gives the token ids of BERT's own algorithm for awkward texts${ready ? "" : " (SKIPPED: SIGF1_MODELS names no folder that has it)"}`,
  async () => {
    const tokenizer = await AutoTokenizer.from_pretrained(folder, { local_files_only: true });
    expect(golden).toHaveLength(20);
    for (const { text, ids } of golden) {
      expect(tokenizer.encode(text), text.slice(0, 60)).toEqual(ids);
    }
  },
);
