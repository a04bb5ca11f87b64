import "@tensorflow/tfjs"; // registers the cpu backend and the gradients
import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { asTensors } from "../trace/asTensors.js";
import type { TensorFunction } from "../trace/traceFunction.js";
import { runCompiled } from "./runCompiled.js";
import { fromTensor, type TensorData, toTensor } from "./TensorData.js";

/** A call of a function of tensors. */
export interface Call {
  readonly run: TensorFunction;
  readonly inputs: readonly TensorData[];
  /** What a failing test shows of what `run` does with the inputs, for example its axis. */
  readonly label?: unknown;
}

export interface MatchOptions {
  /** Difference that is allowed relative to the value; default 1e-5. */
  readonly relative?: number;
  /** Difference that is allowed in any case; default 1e-6. 0 and −0 are told apart where both tolerances are 0. */
  readonly absolute?: number;
  /** Number of random calls; default 20. */
  readonly numRuns?: number;
  /** Kernel that the function must use when it runs on the cpu backend. */
  readonly kernel?: string;
}

/** For sums of hundreds of ordinary numbers, which tfjs's cpu backend adds up in double precision. */
export const OF_SUMS: MatchOptions = { absolute: 1e-4 };

/** Tests that compiled calls give shape, type and values that tfjs's cpu backend gives. */
export function itMatchesCpu(
  title: string,
  calls: fc.Arbitrary<Call>,
  { relative = 1e-5, absolute = 1e-6, numRuns = 20, kernel }: MatchOptions = {},
): void {
  it(title, async () => {
    await tf.setBackend("cpu");
    const used = new Set<string>();
    await fc.assert(
      fc.asyncProperty(calls.map(withoutCode), async ({ run, inputs }) => {
        const expected = await runEagerly(run, inputs, used);
        const actual = await runCompiled(run, inputs);
        expect(actual.map(outlineOf)).toEqual(expected.map(outlineOf));
        actual.forEach(({ values }, i) => {
          const wanted = expected[i]!.values; // as many, by the outlines
          const wrong = values.findIndex((x, k) => !isClose(x, wanted[k]!, relative, absolute));
          if (wrong >= 0) {
            const [got, should] = [values[wrong], wanted[wrong]].map(show);
            expect.fail(`output ${i}, entry ${wrong}: compiled ${got}, cpu ${should}`);
          }
        });
      }),
      { numRuns },
    );
    if (kernel !== undefined) expect([...used]).toContain(kernel);
  });
}

/** A call that a failing test shows as its inputs and label, and not as the function's code. */
const withoutCode = (call: Call) => ({
  ...call,
  [fc.toStringMethod]: () => fc.stringify({ inputs: call.inputs, label: call.label }),
});

async function runEagerly(
  run: TensorFunction,
  inputs: readonly TensorData[],
  used: Set<string>,
): Promise<TensorData[]> {
  const tensors = inputs.map(toTensor);
  let outputs: TensorData[] = [];
  const { kernelNames } = await tf.profile(() => {
    tf.tidy(() => {
      outputs = asTensors(run(...tensors)).map(fromTensor);
    });
    return {};
  });
  for (const name of kernelNames) used.add(name);
  for (const tensor of tensors) tensor.dispose();
  return outputs;
}

const outlineOf = ({ shape, dtype }: TensorData) => `${dtype}[${shape}]`;

const show = (x: number | undefined) => (Object.is(x, -0) ? "-0" : String(x));

function isClose(a: number, b: number, relative: number, absolute: number): boolean {
  if (Object.is(a, b)) return true;
  if (relative === 0 && absolute === 0) return false;
  return a === b || (Number.isFinite(b) && Math.abs(a - b) <= absolute + relative * Math.abs(b));
}
