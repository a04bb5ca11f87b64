import { tidy, type Variable } from "@tensorflow/tfjs-core";
import type { MultilabelLoss, TrainingStatistics } from "./MultilabelLoss.js";

/** The variables of a loss, by what they hold. */
export type Variables = Readonly<Record<string, Variable>>;

/** The members of a loss by which others see and rule its variables. */
export type Lifecycle = Required<Pick<MultilabelLoss, "variables" | "onTrainBegin" | "dispose">>;

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

  /**
   * The loss's members that these variables are behind. `variables` is a getter: add further members to what this
   * gives by Object.assign, for a spread of it would read the getter once and for all.
   * @param begin what else is to begin anew with a training
   */
  lifecycle(begin?: () => void): Lifecycle {
    const state = this;
    return {
      get variables() {
        return state.variables;
      },
      onTrainBegin({ counts }: TrainingStatistics) {
        state.dispose();
        state.for(counts.length);
        begin?.();
      },
      dispose: () => state.dispose(),
    };
  }
}
