import "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import type { MultilabelLoss } from "../MultilabelLoss.js";
import { evaluate } from "./evaluate.js";
import { expectClose } from "./expectClose.js";
import { itAgrees } from "./itAgrees.js";
import { itAgreesFarOut } from "./itAgreesFarOut.js";
import { itIgnoresOrder } from "./itIgnoresOrder.js";
import { itKnowsItsKernels } from "./itKnowsItsKernels.js";
import { itLeaksNothing } from "./itLeaksNothing.js";
import { itRejectsBadBatches } from "./itRejectsBadBatches.js";
import { itSurvivesExtremes } from "./itSurvivesExtremes.js";
import { itTrains } from "./itTrains.js";
import type { Batch, Reference } from "./Rows.js";

/** One setting of a loss's options, with its formula in double precision. */
export interface Setting {
  readonly title: string;
  readonly make: () => MultilabelLoss;
  readonly reference: Reference;
  /** Number of classes, at most 3, where the options fix it; they then differ by their place. */
  readonly classes?: number;
  /** Set where classes differ by their place (counts, random masks), so that only examples can be permuted. */
  readonly distinctClasses?: true;
}

/** What a loss shows of itself: its settings, and a 2×2 case computed by hand for the first of them. */
export interface LossUnderTest {
  readonly settings: readonly [Setting, ...Setting[]];
  readonly byHand: Batch & { readonly value: number; readonly gradient: readonly number[] };
}

/** What every loss must show, on the cpu and the wasm backend. */
export function describeLoss(name: string, { settings, byHand }: LossUnderTest): void {
  describe.each(["cpu", "wasm"])(`${name} on %s`, (backend) => {
    beforeAll(async () => {
      await tf.setBackend(backend);
    });

    it("is known by its name", () => {
      for (const { make } of settings) expect(make().name).toBe(name);
    });

    it("has the value and gradient computed by hand", () => {
      const { value, gradient } = evaluate(settings[0].make(), byHand);
      expectClose([value], [byHand.value]);
      expectClose(gradient, byHand.gradient);
    });

    for (const { title, make, reference, classes, distinctClasses } of settings) {
      itAgrees(title, make, reference, classes);
      itAgreesFarOut(title, make, reference, classes);
      itIgnoresOrder(title, make, distinctClasses ?? classes !== undefined, classes);
      itSurvivesExtremes(title, make, classes);
      itLeaksNothing(title, make, classes);
      itKnowsItsKernels(title, make, classes);
    }
    const { title, make } = settings[0];
    itTrains(title, make);
    itRejectsBadBatches(title, make);
  });
}
