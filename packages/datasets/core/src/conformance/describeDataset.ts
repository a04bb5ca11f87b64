import { beforeAll, describe, expect, it } from "vitest";
import type { Dataset } from "../Dataset.js";
import type { LoadSettings } from "../LoadSettings.js";
import { type Check, checkNames } from "./Check.js";
import { checkDataset } from "./checkDataset.js";

/**
 * Registers Vitest tests that hold a dataset against the contract, one a check of `checkDataset`. The files must
 * be there (`settings.data`, a source's `path`) or be fetched.
 */
export function describeDataset<Input, Options>(
  dataset: Dataset<Input, Options>,
  settings: LoadSettings<Options> = {},
): void {
  describe(`dataset ${dataset.id}`, () => {
    let checks: readonly Check[] = [];
    beforeAll(async () => {
      checks = await checkDataset(dataset, settings);
    });
    it.each(Object.values(checkNames))("%s", (name) => {
      const check = checks.find((one) => one.name === name);
      if (!check?.passed) expect.fail(check?.detail ?? "the check did not run");
    });
  });
}
