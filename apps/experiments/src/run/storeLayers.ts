import type { Head } from "@sigf1/training";
import type { StoredTensors } from "../results/safetensors.js";

/** The weights of a head as `<name>.0.kernel`, `<name>.0.bias`, `<name>.1.kernel`, … */
export async function storeLayers(name: string, head: Head): Promise<StoredTensors["tensors"]> {
  const weights = await head.readWeights();
  return Object.fromEntries(
    head.variables.map(({ shape }, i) => {
      const part = i % 2 === 0 ? "kernel" : "bias";
      return [`${name}.${Math.floor(i / 2)}.${part}`, { shape, data: weights[i]! }]; // one for each
    }),
  );
}
