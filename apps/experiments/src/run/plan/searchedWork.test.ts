import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LossPlan } from "../../config/LossPlan.js";
import { resolveExperiment } from "../../config/resolveExperiment.js";
import { successiveHalving } from "../search/successiveHalving.js";
import { searchedWork } from "./searchedWork.js";

async function plan(search: string): Promise<LossPlan> {
  const text = `experiment: s
dataset: simulated
encoder: standard-scaler
training: { epochs: 50 }
losses: [focal]
${search}
`;
  const [first] = (await resolveExperiment(text, "s.yaml")).losses;
  if (first === undefined) throw new Error("the file has one loss");
  return first;
}

describe("searchedWork", () => {
  it("is one training, or one for each of the trials of a random search", async () => {
    expect(searchedWork(await plan(""))).toEqual({ epochs: 50, fits: 1 });
    expect(searchedWork(await plan("search: { budget: 7 }"))).toEqual({ epochs: 350, fits: 7 });
  });

  it("is what successive halving trains where no trial stops early", async () => {
    const own = await plan("search: { use: successive-halving }");
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 1.5, max: 4, noNaN: true }),
        async (budget, minEpochs, reduction) => {
          const halving = { trials: budget, epochs: 50, minEpochs, reduction };
          let [trained, fits] = [0, 0];
          await successiveHalving<number>(halving, async (index, epochs, from = 0) => {
            trained += epochs - from;
            fits += 1;
            return { figure: index, state: epochs };
          });
          const search = {
            use: "successive-halving",
            budget,
            minEpochs,
            reduction,
            space: {},
          } as const;
          expect(searchedWork({ ...own, search })).toEqual({ epochs: trained, fits });
        },
      ),
    );
  });
});
