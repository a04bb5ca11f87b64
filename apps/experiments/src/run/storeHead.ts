import type { Head } from "@sigf1/training";
import type { StoredTensors } from "../results/safetensors.js";

/**
 * The weights of a head as `layers.0.kernel`, `layers.0.bias`, …
 * @param epoch the one whose weights these are: where the loss's schedule stands
 */
export async function storeHead(head: Head, epoch: number): Promise<StoredTensors> {
  const weights = await head.readWeights();
  const tensors = head.variables.map(({ shape }, i) => {
    const part = i % 2 === 0 ? "kernel" : "bias";
    return [`layers.${Math.floor(i / 2)}.${part}`, { shape, data: weights[i]! }]; // one for each
  });
  return { tensors: Object.fromEntries(tensors), metadata: { epoch: String(epoch) } };
}
