import { createHash } from "node:crypto";

/** Everything that a run's figures depend on, as plain data. */
export interface RunIdentity {
  readonly loss: string;
  readonly seed: number;
  readonly config: Readonly<Record<string, unknown>>;
}

/** Most characters of a loss's name, since file systems take 255 bytes; the digest has all of it. */
const LONGEST = 100;

/** Configurations as text: the runs of all seeds share one, and there may be tens of thousands of runs. */
const texts = new WeakMap<RunIdentity["config"], string>();

/** The name of a run's folder: its loss, its seed, and a digest of all that its figures depend on. */
export function runFolderName({ loss, seed, config }: RunIdentity): string {
  const text = texts.get(config) ?? JSON.stringify(config, sortKeys);
  texts.set(config, text);
  const digest = createHash("sha256")
    .update(`{"config":${text},"loss":${JSON.stringify(loss)},"seed":${seed}}`)
    .digest("hex");
  const readable = loss.replace(/[^\w.-]/g, "_").slice(0, LONGEST);
  return `${readable}-${seed}-${digest.slice(0, 12)}`;
}

/** For `JSON.stringify`: the order of keys in a file says nothing. */
function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
