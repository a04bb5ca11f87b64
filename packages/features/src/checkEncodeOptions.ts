import type { EncodeOptions } from "./EncodeOptions.js";
import type { Part } from "./Part.js";

/** Throws where `encodeToStore` can't work with the options. */
export function checkEncodeOptions<Input>(options: EncodeOptions<Input>): void {
  const { encoder, part, fitOn, shardRows = 1, batchRows = 1 } = options;
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

function checkPart<Input>(name: string, { ids, inputs, labels }: Part<Input>): void {
  if (ids.length === 0) throw new RangeError(`${name} is empty: it needs at least one example`);
  if (inputs.length !== ids.length) {
    throw new RangeError(`${name} has ${ids.length} ids, but ${inputs.length} inputs`);
  }
  if (labels !== undefined && labels.rows !== ids.length) {
    throw new RangeError(`${name} has ${ids.length} ids, but ${labels.rows} rows of labels`);
  }
}
