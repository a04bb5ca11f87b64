import { resolve } from "node:path";
import type { Dataset, LoadSettings } from "@sigf1/datasets";
import { parse } from "yaml";
import { ConfigurationError } from "../../config/ConfigurationError.js";
import { describeIssue } from "../../config/describeIssue.js";
import { knownKeys } from "../../config/knownKeys.js";
import { nearestName } from "../../config/nearestName.js";
import { findDataset } from "../../registry/findDataset.js";
import { checkFolder } from "../checkFolder.js";
import type { DatasetArguments } from "./DatasetArguments.js";

/**
 * The dataset that a command names, and how it is to be read.
 * @throws ConfigurationError for an unknown dataset, split or option, a wrong value, or a folder that is none
 */
export async function readDatasetArguments(
  name: string,
  { data, split, set = [] }: DatasetArguments,
): Promise<{ dataset: Dataset; settings: LoadSettings<unknown> }> {
  await checkFolder("--data", data);
  const dataset = await findDataset(name, process.cwd()).catch((error: Error) => {
    throw new ConfigurationError(error.message);
  });
  const splits = Object.keys(dataset.splits ?? {});
  if (split !== undefined && !splits.includes(split)) {
    throw new ConfigurationError(`--split ${split}: unknown name; ${nearestName(split, splits)}`);
  }
  const options = Object.fromEntries(set.map(readOption));
  checkOptions(dataset, { ...dataset.splits?.[split ?? ""]?.options, ...options });
  return { dataset, settings: { options, split, data: data && resolve(data) } };
}

function readOption(pair: string): [string, unknown] {
  const at = pair.indexOf("=");
  if (at < 1)
    throw new ConfigurationError(`--set ${pair}: expected option=value, as in name=scene`);
  try {
    return [pair.slice(0, at), parse(pair.slice(at + 1))];
  } catch {
    throw new ConfigurationError(`--set ${pair}: the value is not valid YAML`);
  }
}

function checkOptions({ id, options: schema }: Dataset, options: object): void {
  const { error } = schema.safeParse(options);
  if (error === undefined) return;
  const known = knownKeys(schema, []);
  const messages = error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map(
        (key) => `--set ${key}: no option of ${id}; ${nearestName(key, known)}`,
      );
    }
    const isList = issue.code === "invalid_type" && /^(?:array|tuple)$/.test(issue.expected);
    const hint = isList ? ", a YAML list as in 'years=[2019, 2020]'" : "";
    return [`--set ${issue.path.join(".")}: ${describeIssue(issue)}${hint}`];
  });
  throw new ConfigurationError(messages.join("\n"));
}
