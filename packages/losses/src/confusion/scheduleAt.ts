/** The ways from the first to the last value of a schedule. */
export type Curve = "linear" | "geometric" | "cosine";

/**
 * The value of a schedule in an epoch, from `from` in epoch 0 to `to` in the last; a single epoch
 * stays at `from`. With t = epoch / (epochs − 1): linear from + (to − from)·t; geometric
 * from·(to/from)^t; cosine from + (to − from)·(1 − cos πt)/2.
 * @throws RangeError unless 0 ≤ epoch < epochs, both integers
 */
export function scheduleAt(
  curve: Curve,
  from: number,
  to: number,
  epoch: number,
  epochs: number,
): number {
  if (!(Number.isInteger(epoch) && Number.isInteger(epochs) && epoch >= 0 && epoch < epochs))
    throw new RangeError(
      `onEpochBegin: epoch must be an integer from 0 to epochs − 1; received epoch ${epoch}, epochs ${epochs}`,
    );
  const t = epochs === 1 ? 0 : epoch / (epochs - 1);
  if (curve === "geometric") return from * (to / from) ** t;
  return from + (to - from) * (curve === "linear" ? t : (1 - Math.cos(Math.PI * t)) / 2);
}
