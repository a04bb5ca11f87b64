import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import { LossState } from "./LossState.js";

const counting = () =>
  new LossState("counting", (classes) => ({ counts: tf.variable(tf.zeros([classes]), false) }));

describe("LossState", () => {
  it("makes its variables once, and no other tensor", () => {
    const before = tf.memory().numTensors;
    const state = counting();
    expect(state.variables).toEqual([]);
    const { counts } = state.for(3);
    expect(state.for(3).counts).toBe(counts);
    expect(state.variables).toEqual([counts]);
    expect(tf.memory().numTensors).toBe(before + 1);
    state.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it("refuses another number of classes, until it is disposed", () => {
    const state = counting();
    state.for(3);
    expect(() => state.for(4)).toThrow(RangeError);
    expect(() => state.for(4)).toThrow(
      "counting: its state is that of 3 classes, but the batch has 4",
    );
    state.dispose();
    expect(state.for(4).counts.shape).toEqual([4]);
    state.dispose();
  });

  it("gives a loss's members, which follow the variables and begin anew with a training", () => {
    const state = counting();
    let begun = 0;
    const members = state.lifecycle(() => {
      begun++;
    });
    expect(members.variables).toEqual([]);
    const { counts } = state.for(3);
    expect(members.variables).toEqual([counts]);
    members.onTrainBegin({ examples: 9, counts: [1, 2] });
    expect(begun).toBe(1);
    expect(counts.isDisposed).toBe(true);
    expect(members.variables.map(({ shape }) => shape)).toEqual([[2]]);
    members.dispose();
    expect(members.variables).toEqual([]);
  });
});
