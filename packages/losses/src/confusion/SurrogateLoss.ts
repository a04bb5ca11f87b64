import type { MultilabelLoss } from "../MultilabelLoss.js";

/** A loss made of a soft confusion matrix of S; it always can measure the saturation of S. */
export type SurrogateLoss = MultilabelLoss & Required<Pick<MultilabelLoss, "saturation">>;
