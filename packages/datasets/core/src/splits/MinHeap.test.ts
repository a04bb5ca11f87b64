import fc from "fast-check";
import { expect, test } from "vitest";
import { MinHeap } from "./MinHeap.js";

test("MinHeap gives back what was pushed, smallest first, whenever it is asked", () => {
  const steps = fc.array(fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constant("pop" as const)));
  fc.assert(
    fc.property(steps, (sequence) => {
      const heap = new MinHeap();
      const held: number[] = [];
      for (const step of sequence) {
        if (step === "pop") {
          held.sort((a, b) => a - b);
          expect(heap.pop()).toBe(held.shift());
        } else {
          heap.push(step);
          held.push(step);
        }
      }
    }),
  );
});
