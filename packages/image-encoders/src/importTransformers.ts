/** transformers.js, an optional peer. */
export async function importTransformers(): Promise<typeof import("@huggingface/transformers")> {
  try {
    return await import("@huggingface/transformers");
  } catch (cause) {
    throw new Error(
      "image features need @huggingface/transformers, which cannot be loaded; run: npm install @huggingface/transformers",
      { cause },
    );
  }
}
