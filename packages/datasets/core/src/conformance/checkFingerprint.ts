import type { Dataset } from "../Dataset.js";
import { DatasetError } from "../DatasetError.js";
import type { LoadSettings } from "../LoadSettings.js";
import { type OpenDataset, openDataset } from "../openDataset.js";
import type { Finding } from "./Check.js";
import { otherOptions } from "./otherOptions.js";

/**
 * Two openings that were read have the same fingerprint; unread ones have different fingerprints where an option
 * differs. An option is tried with another value that its schema shows (an enum, a boolean, a number, a text).
 */
export async function checkFingerprint<Input, Options>(
  dataset: Dataset<Input, Options>,
  settings: LoadSettings<Options>,
  one: OpenDataset<Input, Options>,
  other: OpenDataset<Input, Options>,
): Promise<Finding> {
  if ((await one.fingerprint()) !== (await other.fingerprint())) {
    return { passed: false, detail: "two loads with the same options have different fingerprints" };
  }
  const own = await unreadFingerprint(dataset, settings);
  const untried: string[] = [];
  let tried = 0;
  for (const [key, value] of otherOptions(dataset.options, settings.options)) {
    const options = { ...settings.options, [key]: value } as Partial<Options>;
    const varied =
      value === undefined
        ? undefined
        : await unreadFingerprint(dataset, { ...settings, options }).catch(refused);
    if (varied === own) {
      const detail = `option ${key}: ${JSON.stringify(value)} does not change the fingerprint`;
      return { passed: false, detail };
    }
    if (varied === undefined) untried.push(key);
    else tried++;
  }
  const rest = untried.length === 0 ? "" : `; not tried: ${untried.join(", ")}`;
  return { passed: true, detail: `other options tried: ${tried}${rest}` };
}

async function unreadFingerprint<Input, Options>(
  dataset: Dataset<Input, Options>,
  settings: LoadSettings<Options>,
): Promise<string> {
  return openDataset(dataset, settings).fingerprint();
}

/** A dataset may refuse a value that its schema takes: then that option is not tried. */
function refused(error: unknown): undefined {
  if (!(error instanceof DatasetError)) throw error;
}
