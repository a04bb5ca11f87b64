import type { Tensor } from "@tensorflow/tfjs";
import type { MultilabelLoss, TrainingStatistics } from "../MultilabelLoss.js";

/** A loss that is told before each call how frequent its batch's classes are: the first of `counts`. */
export function tellingFrequencies<Loss extends MultilabelLoss>(
  loss: Loss,
  { examples, counts }: TrainingStatistics,
): Loss {
  return new Proxy(loss, {
    apply(target, _this, [labels, logits, inputs]: Parameters<MultilabelLoss>) {
      const classes = (logits as Partial<Tensor>).shape?.[1] ?? counts.length; // no tensor: the loss says so
      target.onTrainBegin?.({ examples, counts: counts.slice(0, classes) });
      return target(labels, logits, inputs);
    },
  });
}
