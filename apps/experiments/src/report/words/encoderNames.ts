import { describeOptions, readEncoderId } from "./describeEncoder.js";

/** Encoders by their names, each with the options that tell it from others of that name. */
export function encoderNames(ids: readonly string[]): readonly string[] {
  const encoders = ids.map(readEncoderId);
  return encoders.map(({ name, options = {} }) => {
    const rivals = encoders.filter((other) => other.name === name);
    const telling = Object.entries(options).filter(([key, value]) =>
      rivals.some((rival) => JSON.stringify(rival.options?.[key]) !== JSON.stringify(value)),
    );
    // The id of a pretrained encoder ends with long digests.
    const short = name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
    return telling.length === 0 ? short : `${short}, ${describeOptions(telling)}`;
  });
}

const LONGEST = 100;
