import type { EncodeOptions } from "./EncodeOptions.js";
import { encodeToStore } from "./encodeToStore.js";
import type { FeatureMatrix } from "./FeatureMatrix.js";

/** As `encodeToStore`, and reads all of the features into memory. */
export async function encodeCached<Input>(options: EncodeOptions<Input>): Promise<FeatureMatrix> {
  const store = await encodeToStore(options);
  return { rows: store.rows, cols: store.cols, data: await store.read() };
}
