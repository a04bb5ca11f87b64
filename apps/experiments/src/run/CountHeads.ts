import { type CountHeadOptions, trainCountHead } from "@sigf1/training";
import type { CountHeadSettings } from "../config/experimentSchema.js";
import type { LossPlan } from "../config/LossPlan.js";
import type { StoredTensors } from "../results/safetensors.js";
import { corruptionIdentity } from "./corruption/corruptionIdentity.js";
import type { EncodedParts } from "./encodeParts.js";
import { storeLayers } from "./storeLayers.js";

/** What a count head predicts, which outlives it. */
export interface CountedParts {
  readonly validation: Uint32Array;
  readonly test: Uint32Array;
  /** Its weights, as `countHead.layers.0.kernel`, …, and as `countHead.counts` the count that each output stands for. */
  readonly tensors: StoredTensors["tensors"];
}

/** Trains the count heads of one seed. */
export class CountHeads {
  /** What count heads on the features predict, by all that differs between the losses of a seed. */
  readonly #onFeatures = new Map<string, CountedParts>();

  constructor(private readonly settings: CountHeadSettings) {}

  /**
   * What a count head on the trained head of a loss predicts. That of a linear head reads the features and is the same,
   * bit by bit, for all losses with the same optimiser, `training` and corruption: it is trained for the first of them.
   */
  async predict(
    plan: LossPlan,
    options: CountHeadOptions,
    parts: EncodedParts,
  ): Promise<CountedParts> {
    const { hidden, embedding, use } = plan.head;
    const learns = hidden.length > 0 || embedding !== undefined || use === "cnn";
    if (learns) return this.#train(options, parts);
    const { epochs, batchSize, patience } = plan.training;
    const key = JSON.stringify([
      plan.optimizer,
      { epochs, batchSize, patience },
      corruptionIdentity(plan.corruption),
    ]);
    const counted = this.#onFeatures.get(key) ?? (await this.#train(options, parts));
    this.#onFeatures.set(key, counted);
    return counted;
  }

  async #train(
    options: CountHeadOptions,
    { validation, test }: EncodedParts,
  ): Promise<CountedParts> {
    const counting = await trainCountHead({ ...options, ...this.settings });
    try {
      const counts = { shape: [counting.counts.length], data: Float32Array.from(counting.counts) };
      return {
        validation: await counting.predict(validation.features),
        test: await counting.predict(test.features),
        tensors: {
          ...(await storeLayers("countHead.layers", counting.head)),
          "countHead.counts": counts,
        },
      };
    } finally {
      counting.dispose();
    }
  }
}
