import { writeFileSync } from "node:fs";
import { join } from "node:path";

const special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

/**
 * Writes config.json and a tokenizer of made-up words, as BERT's models have them.
 * @returns the words; the id of word i is i + 5, after the special tokens
 */
export function writeBertFolder(
  folder: string,
  config: { readonly vocab_size: number; readonly max_position_embeddings: number },
): string[] {
  const words = Array.from({ length: config.vocab_size - special.length }, (_, i) =>
    [...i.toString(26)]
      .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)))
      .join(""),
  );
  const added = special.map((content, id) => ({
    ...{ id, content, special: true },
    ...{ single_word: false, lstrip: false, rstrip: false, normalized: false },
  }));
  const [first, last] = ["[CLS]", "[SEP]"].map((id) => ({ SpecialToken: { id, type_id: 0 } }));
  const tokenizer = {
    version: "1.0",
    added_tokens: added,
    normalizer: {
      type: "BertNormalizer",
      clean_text: true,
      handle_chinese_chars: true,
      lowercase: true,
    },
    pre_tokenizer: { type: "BertPreTokenizer" },
    post_processor: {
      type: "TemplateProcessing",
      single: [first, { Sequence: { id: "A", type_id: 0 } }, last],
      special_tokens: Object.fromEntries(
        special.map((id, i) => [id, { id, ids: [i], tokens: [id] }]),
      ),
    },
    decoder: { type: "WordPiece", prefix: "##", cleanup: true },
    model: {
      type: "WordPiece",
      unk_token: "[UNK]",
      continuing_subword_prefix: "##",
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries([...special, ...words].map((token, id) => [token, id])),
    },
  };
  const files = {
    "config.json": config,
    "tokenizer.json": tokenizer,
    "tokenizer_config.json": {
      tokenizer_class: "DistilBertTokenizer",
      model_max_length: config.max_position_embeddings,
      pad_token: "[PAD]",
    },
  };
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), JSON.stringify(content));
  }
  return words;
}
