import type { Dataset } from "../Dataset.js";
import type { LoadSettings } from "../LoadSettings.js";
import { openDataset } from "../openDataset.js";
import { officialSplit } from "../splits/officialSplit.js";
import { partNames } from "../splits/partNames.js";
import type { Finding } from "./Check.js";

/** Every official split, under the options that it presupposes, has each example in one part and no part empty. */
export async function checkSplits<Input, Options>(
  dataset: Dataset<Input, Options>,
  settings: LoadSettings<Options>,
): Promise<Finding> {
  const said: string[] = [];
  for (const [name, { options }] of Object.entries(dataset.splits ?? {})) {
    const open = openDataset(dataset, {
      ...settings,
      options: { ...settings.options, ...options } as Partial<Options>,
      split: name,
    });
    const ids: { id: string }[] = [];
    for await (const { id } of open.examples()) ids.push({ id });
    // `split` was given, so there are ids.
    const parts = officialSplit((await open.splitIds())!, ids);
    said.push(`${name}: ${partNames.map((part) => parts[part].length).join(" / ")}`);
  }
  return { passed: true, detail: said.join("; ") || "it has none" };
}
