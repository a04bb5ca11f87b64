import type { TrainingStatistics } from "../MultilabelLoss.js";
import { checkOptions, type OptionChecks } from "../options/checkOptions.js";
import { numberThat } from "../options/numberThat.js";
import { countsCheck } from "./countsCheck.js";

export const frequencyChecks: OptionChecks<TrainingStatistics> = {
  counts: countsCheck,
  examples: numberThat("a number of at least 1", (n) => n >= 1),
};

/** @throws TypeError, RangeError unless there are counts, each at least 0 and no more than the examples */
export function checkFrequencies(who: string, { counts, examples }: TrainingStatistics): void {
  checkOptions(who, { counts, examples }, frequencyChecks);
  const most = Math.max(...counts);
  if (most > examples)
    throw new RangeError(
      `${who}: option "examples" must be no less than any count; received ${examples} and a count of ${most}`,
    );
}
