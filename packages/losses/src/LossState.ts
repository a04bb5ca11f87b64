import { tidy, type Variable } from "@tensorflow/tfjs-core";

/** The variables of a loss, by what they hold. */
export type Variables = Readonly<Record<string, Variable>>;

/** Variables of a loss that are made once the number of classes is known. */
export class LossState<Held extends Variables> {
  readonly #loss: string;
  readonly #make: (classes: number) => Held;
  #held: Held | undefined;
  #classes = 0;

  /** @param make makes the variables with their first values */
  constructor(loss: string, make: (classes: number) => Held) {
    this.#loss = loss;
    this.#make = make;
  }

  /**
   * The variables, made now where they were not.
   * @throws RangeError where they were made for another number of classes
   */
  for(classes: number): Held {
    if (this.#held === undefined) {
      // In a tidy, for a variable is not the tensor that it is made from.
      tidy(() => {
        this.#held = this.#make(classes);
      });
      this.#classes = classes;
    }
    if (this.#classes !== classes)
      throw new RangeError(
        `${this.#loss}: its state is that of ${this.#classes} classes, but the batch has ${classes}; make a loss for each task`,
      );
    return this.#held as Held; // made above
  }

  /** The variables, empty before they are made. */
  get variables(): readonly Variable[] {
    return Object.values(this.#held ?? {});
  }

  /** Frees them; they are made anew when they are needed again. */
  dispose(): void {
    for (const variable of this.variables) variable.dispose();
    this.#held = undefined;
  }
}
