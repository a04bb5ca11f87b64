import type { MultilabelLoss } from "@sigf1/losses";
import type { Head } from "@sigf1/training";
import type { StoredTensors } from "../results/safetensors.js";
import { storeLayers } from "./storeLayers.js";

/**
 * The weights of a head as `layers.0.kernel`, `layers.0.bias`, …, and the variables of a loss, which its scores may
 * need, as `loss.0`, `loss.1`, …
 * @param epoch the one whose weights these are: where the loss's schedule stands
 * @param countHead tensors of the count head, already named, which are stored beside these
 */
export async function storeHead(
  head: Head,
  loss: MultilabelLoss,
  epoch: number,
  countHead: StoredTensors["tensors"] = {},
): Promise<StoredTensors> {
  const layers = await storeLayers("layers", head);
  const state = (loss.variables ?? []).map(async (variable, i) => {
    const data = await variable.data<"float32">();
    return [`loss.${i}`, { shape: variable.shape, data }] as const;
  });
  return {
    tensors: { ...layers, ...Object.fromEntries(await Promise.all(state)), ...countHead },
    metadata: { epoch: String(epoch) },
  };
}
