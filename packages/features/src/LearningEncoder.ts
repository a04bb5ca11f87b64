import type { Encoder } from "./Encoder.js";

/** An encoder that has to be fitted. */
export type LearningEncoder<Input> = Encoder<Input> & Required<Pick<Encoder<Input>, "fit">>;
