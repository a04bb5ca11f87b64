import { sigmoidF1 } from "@sigf1/losses";
import * as tf from "@tensorflow/tfjs";

/** What sigmoidF1 says of a label of 2 in its first batch, and after one that passed; `null` where nothing. */
export function labelErrors(): { first: string | null; later: string | null } {
  const loss = sigmoidF1();
  const errorOn = (labels: number[]) => {
    const y = tf.tensor2d([labels]);
    const z = tf.tensor2d([[1, -1]]);
    try {
      loss(y, z).dispose();
      return null;
    } catch (error) {
      return String(error);
    } finally {
      tf.dispose([y, z]);
    }
  };
  const first = errorOn([0, 2]);
  errorOn([0, 1]);
  return { first, later: errorOn([0, 2]) };
}
