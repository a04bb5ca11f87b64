/** @throws Error where the optional peer is not installed. */
export async function importTransformers(): Promise<typeof import("@huggingface/transformers")> {
  try {
    return await import("@huggingface/transformers");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new Error(
      "transformer needs the package @huggingface/transformers: npm install @huggingface/transformers",
      { cause: error },
    );
  }
}
