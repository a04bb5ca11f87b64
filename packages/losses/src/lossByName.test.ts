import type * as tf from "@tensorflow/tfjs";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  type AdaptiveSigmoidF1,
  type ElementwiseLoss,
  type FocalOptions,
  focal,
  type LossName,
  type LossOptions,
  lossByName,
  lossNames,
  type MultilabelLoss,
  type SigmoidF1Options,
  type SurrogateLoss,
  sigmoidF1,
  softF1,
} from "./index.js";

describe("lossByName", () => {
  it("knows every loss by its own name", () => {
    expect(lossNames).toHaveLength(32);
    for (const name of lossNames) expect(lossByName(name).name).toBe(name);
  });

  it("passes the options on, to be checked by the factory", () => {
    expect(lossByName("adaptive-sigmoid-f1", { from: 3 }).schedule.beta).toBe(3);
    expect(() => lossByName("sigmoid-f1", { betas: 3 } as object)).toThrow(
      /unknown option "betas"/,
    );
  });

  it("takes the loss that class-balanced weighs by its name", () => {
    const counts = [10, 1];
    for (const loss of ["focal", { use: "focal", gamma: 3 }, focal()] as const)
      expect(lossByName("class-balanced", { counts, loss }).name).toBe("class-balanced");
    expect(() =>
      lossByName("class-balanced", { counts, loss: { use: "focal", gamma: -1 } }),
    ).toThrow(/focal: option "gamma"/);
    expect(() => lossByName("class-balanced", { counts, loss: "soft-f1" })).toThrow(/"loss"/);
    for (const loss of [null, { gamma: 3 }])
      expect(() => lossByName("class-balanced", { counts, loss: loss as never })).toThrow(
        /option "loss" must be a loss, its name/,
      );
  });

  it("rejects an unknown name, listing the known ones", () => {
    for (const name of ["sigmoidF1", "toString"]) {
      const make = () => lossByName(name as LossName);
      expect(make).toThrow(RangeError);
      expect(make).toThrow(`unknown loss "${name}"; known losses: binary-cross-entropy, focal`);
    }
  });
});

describe("the types", () => {
  it("give each name its options and its kind of loss", () => {
    expectTypeOf<LossName>().toEqualTypeOf<(typeof lossNames)[number]>();
    expectTypeOf<LossOptions["focal"]>().toEqualTypeOf<FocalOptions>();
    expectTypeOf<LossOptions["sigmoid-f1"]>().toEqualTypeOf<SigmoidF1Options>();
    expectTypeOf(lossByName("focal")).toEqualTypeOf<ElementwiseLoss>();
    expectTypeOf(lossByName("adaptive-sigmoid-f1")).toEqualTypeOf<AdaptiveSigmoidF1>();
    // @ts-expect-error: gamma is no option of sigmoid-f1
    expect(() => lossByName("sigmoid-f1", { gamma: 2 })).toThrow(TypeError);
  });

  it("allow exactly the documented options", () => {
    expectTypeOf<SigmoidF1Options>().toEqualTypeOf<{
      readonly beta?: number | readonly number[];
      readonly eta?: number | readonly number[];
      readonly on?: "logits" | "probabilities";
      readonly average?: "macro" | "micro" | "samples";
      readonly smooth?: number;
      readonly epsilon?: number;
    }>();
    // @ts-expect-error: softF1 has no beta
    expect(() => softF1({ beta: 1 })).toThrow(TypeError);
    // @ts-expect-error: an average of scikit-learn's that this loss has not
    expect(() => sigmoidF1({ average: "weighted" })).toThrow(RangeError);
  });

  it("fit model.compile and the contract", () => {
    expectTypeOf<MultilabelLoss>().toExtend<(y: tf.Tensor, z: tf.Tensor) => tf.Tensor>();
    expectTypeOf<MultilabelLoss>().toExtend<NonNullable<tf.ModelCompileArgs["loss"]>>();
    expectTypeOf(sigmoidF1()).toEqualTypeOf<SurrogateLoss>();
    expectTypeOf<SurrogateLoss["saturation"]>().returns.resolves.toHaveProperty("share");
  });
});
