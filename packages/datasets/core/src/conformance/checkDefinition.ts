import type { Dataset } from "../Dataset.js";
import { defineDataset } from "../defineDataset.js";
import type { Finding } from "./Check.js";

/** The dataset is one that `defineDataset` takes. */
export function checkDefinition<Input, Options>(dataset: Dataset<Input, Options>): Finding {
  const { title, license, homepage } = defineDataset({ ...dataset });
  return { passed: true, detail: `${title}, ${license}, ${homepage}` };
}
