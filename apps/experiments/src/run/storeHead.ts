import type { MultilabelLoss } from "@sigf1/losses";
import type { Head } from "@sigf1/training";
import type { StoredTensors } from "../results/safetensors.js";

/**
 * The weights of a head as `layers.0.kernel`, `layers.0.bias`, …, and the variables of a loss, which its scores may
 * need, as `loss.0`, `loss.1`, …
 * @param epoch the one whose weights these are: where the loss's schedule stands
 */
export async function storeHead(
  head: Head,
  loss: MultilabelLoss,
  epoch: number,
): Promise<StoredTensors> {
  const weights = await head.readWeights();
  const layers = head.variables.map(({ shape }, i) => {
    const part = i % 2 === 0 ? "kernel" : "bias";
    return [`layers.${Math.floor(i / 2)}.${part}`, { shape, data: weights[i]! }] as const; // one for each
  });
  const state = (loss.variables ?? []).map(async (variable, i) => {
    const data = await variable.data<"float32">();
    return [`loss.${i}`, { shape: variable.shape, data }] as const;
  });
  return {
    tensors: Object.fromEntries([...layers, ...(await Promise.all(state))]),
    metadata: { epoch: String(epoch) },
  };
}
