import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { anyFloat, finite, int, shapes, tensorOf } from "../testing/arbitraries.js";
import { withOne } from "../testing/calls.js";
import { describeKernels } from "../testing/describeKernels.js";
import { type Call, OF_SUMS } from "../testing/itMatchesCpu.js";
import { withGradient } from "../testing/withGradient.js";
import { matrixLowerings } from "./matrix.js";

type Binary = (a: tf.Tensor, b: tf.Tensor) => tf.Tensor;
type Activation = "linear" | "relu" | "relu6" | "elu" | "sigmoid" | "leakyrelu" | "prelu";

const length = fc.integer({ min: 1, max: 6 });

/** Pairs of batches; tfjs's cpu backend multiplies the wrong matrices where both of them are spread. */
const batches = fc.oneof(
  shapes({ maxRank: 2, maxLength: 3 }).map((batch) => [batch, batch] as const),
  shapes({ minRank: 1, maxRank: 2, maxLength: 3 }).map((batch) => [batch, []] as const),
  shapes({ minRank: 1, maxRank: 2, maxLength: 3 }).map((batch) => [[], batch] as const),
  length.map((n) => [[n, 2], [2]] as const),
);

const products = (
  kinds: fc.Arbitrary<readonly [readonly number[], readonly number[]]>,
  around: (run: Binary) => Call["run"] = (run) => run,
  values = finite,
  dtype: "float32" | "int32" = "float32",
): fc.Arbitrary<Call> =>
  fc
    .record({
      kinds,
      m: length,
      k: length,
      n: length,
      transposeA: fc.boolean(),
      transposeB: fc.boolean(),
    })
    .chain(({ kinds: [left, right], m, k, n, transposeA, transposeB }) =>
      fc
        .tuple(
          tensorOf([...left, ...(transposeA ? [k, m] : [m, k])], values, dtype),
          tensorOf([...right, ...(transposeB ? [n, k] : [k, n])], values, dtype),
        )
        .map((inputs) => ({
          run: around((a, b) => tf.matMul(a, b, transposeA, transposeB)),
          inputs,
          label: { transposeA, transposeB },
        })),
    );

const matrices = fc.constant([[], []] as const);

const fused = (batch: readonly number[]): fc.Arbitrary<Call> =>
  fc
    .record({
      m: length,
      k: length,
      n: length,
      biasRank: fc.constantFrom(undefined, 0, 1, 2),
      transposeB: fc.boolean(),
      activation: fc.constantFrom<Activation>(
        "linear",
        "relu",
        "relu6",
        "elu",
        "sigmoid",
        "leakyrelu",
        "prelu",
      ),
    })
    .chain(({ m, k, n, biasRank, transposeB, activation }) => {
      const biasShape = [1, n].slice(2 - (biasRank ?? 0));
      return fc
        .tuple(
          tensorOf([...batch, m, k], finite),
          tensorOf([...batch, ...(transposeB ? [n, k] : [k, n])], finite),
          tensorOf(biasShape, finite),
          tensorOf([n], finite),
        )
        .map((inputs) => ({
          run: (a: tf.Tensor, b: tf.Tensor, bias: tf.Tensor, slopes: tf.Tensor) =>
            tf.fused.matMul({
              a,
              b,
              transposeB,
              activation,
              leakyreluAlpha: 0.3,
              ...(biasRank === undefined ? {} : { bias }),
              ...(activation === "prelu" ? { preluActivationWeights: slopes } : {}),
            }),
          inputs,
          label: { biasRank, transposeB, activation },
        }));
    });

const EQUATIONS: readonly (readonly [string, ...string[]])[] = [
  ["ij,jk->ik", "ij", "jk"],
  ["ij -> ji", "ij"],
  ["ij->i", "ij"],
  ["ij->", "ij"],
  ["bij,bjk->bik", "bij", "bjk"],
  ["i,j->ij", "i", "j"],
  ["bhqd,bhkd->bhqk", "bhqd", "bhkd"],
  ["ab,ab->", "ab", "ab"],
];

const sums = (values: fc.Arbitrary<number>, dtype: "float32" | "int32"): fc.Arbitrary<Call> =>
  fc
    .tuple(
      fc.constantFrom(...EQUATIONS),
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 9, maxLength: 9 }),
    )
    .chain(([[equation, ...operands], lengths]) =>
      fc
        .tuple(
          ...operands.map((dims) =>
            tensorOf(
              [...dims].map((dim) => lengths["abdhijkq".indexOf(dim)]!), // as many as letters
              values,
              dtype,
            ),
          ),
        )
        .map((inputs) => ({
          run: (...tensors: tf.Tensor[]) => tf.einsum(equation, ...tensors),
          inputs,
          label: equation,
        })),
    );

describeKernels(matrixLowerings, {
  BatchMatMul: {
    "multiplies matrices": [products(matrices), OF_SUMS],
    "multiplies batches": [products(batches), OF_SUMS],
    "has tfjs's gradient of matrices": [products(matrices, withGradient), OF_SUMS],
    "has tfjs's gradient of batches": [
      products(
        shapes({ maxRank: 2, maxLength: 3 }).map((batch) => [batch, batch] as const),
        withGradient,
      ),
      OF_SUMS,
    ],
    "passes NaN and infinities on": products(
      batches,
      undefined,
      fc.constantFrom(0, 1, -2, 0.5, NaN, Infinity, -Infinity),
    ),
    "takes int32": products(batches, undefined, int(), "int32"),
    "multiplies what has no entries": fc
      .tuple(fc.boolean(), fc.nat(2), fc.nat(2), fc.nat(2))
      .map(([inBatch, m, k, n]) => ({
        run: (a: tf.Tensor, b: tf.Tensor) => tf.matMul(a, b),
        inputs: [
          [m, k],
          [k, n],
        ].map((shape) => ({
          shape: inBatch ? [1, ...shape] : shape,
          dtype: "float32" as const,
          values: Array.from({ length: shape[0]! * shape[1]! }, (_, i) => i), // two lengths
        })),
      })),
  },
  _FusedMatMul: {
    "multiplies matrices": [fused([]), OF_SUMS],
    "multiplies batches": [fused([2]), OF_SUMS],
  },
  Einsum: {
    "has tfjs's values": [sums(finite, "float32"), OF_SUMS],
    "takes int32": sums(int(), "int32"),
  },
  Diag: {
    "has tfjs's values": withOne(
      (x) => tf.diag(x),
      { values: anyFloat },
      { minRank: 1, maxRank: 2 },
    ),
    "takes int32": withOne(
      (x) => tf.diag(x),
      { values: int(), dtype: "int32" },
      { minRank: 1, maxRank: 2 },
    ),
    "takes bool": withOne(
      (x) => tf.diag(x),
      { values: int(0, 1), dtype: "bool" },
      { minRank: 1, maxRank: 2 },
    ),
  },
});
