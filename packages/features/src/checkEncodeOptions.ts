import type { EncodeOptions } from "./EncodeOptions.js";
import type { Part } from "./Part.js";

/** Throws where `encodeToStore` can't work with the options. */
export function checkEncodeOptions<Input>(options: EncodeOptions<Input>): void {
  const { folder, dataset, encoder, part, fitOn, shardRows = 1, batchRows = 1 } = options;
  checkText("folder", folder);
  checkText("dataset", dataset);
  checkText("encoder.id", encoder?.id); // features are cached under it
  if (typeof encoder.encode !== "function")
    throw new TypeError("encoder.encode must be a function");
  checkPart("part", part);
  if (fitOn !== undefined) checkPart("fitOn", fitOn);
  if (encoder.fit !== undefined && fitOn === undefined) {
    throw new TypeError(`encoder ${encoder.id} has to be fitted: pass the training part as fitOn`);
  }
  for (const [name, value] of Object.entries({ shardRows, batchRows })) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`${name} must be a positive integer, got ${value}`);
    }
  }
}

function checkText(name: string, value: unknown): void {
  if (typeof value === "string" && value !== "") return;
  const got = value === "" ? "an empty one" : value === null ? "null" : typeof value;
  throw new TypeError(`${name} must be a string that is not empty, got ${got}`);
}

function checkPart<Input>(name: string, part: Part<Input>): void {
  const { ids, inputs, labels } = part ?? {};
  if (!Array.isArray(ids)) throw new TypeError(`${name}.ids must be an array of strings`);
  if (!Array.isArray(inputs)) throw new TypeError(`${name}.inputs must be an array`);
  if (ids.length === 0) throw new RangeError(`${name} is empty: it needs at least one example`);
  if (inputs.length !== ids.length) {
    throw new RangeError(`${name} has ${ids.length} ids, but ${inputs.length} inputs`);
  }
  if (labels !== undefined && labels.rows !== ids.length) {
    throw new RangeError(`${name} has ${ids.length} ids, but ${labels.rows} rows of labels`);
  }
  const seen = new Set<string>();
  for (const [row, id] of ids.entries()) {
    if (typeof id !== "string") {
      throw new TypeError(`${name}.ids[${row}] must be a string, got ${typeof id}`);
    }
    if (seen.has(id)) throw new RangeError(`${name}.ids[${row}] is "${id}" a second time`);
    seen.add(id);
  }
}
