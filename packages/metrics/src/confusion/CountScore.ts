/**
 * A score of one class, example or pool of entries, from its number of true positives, of true labels (tp + fn) and of
 * predicted labels (tp + fp). NaN stands for 0/0, so that its meaning is chosen where scores are averaged.
 */
export type CountScore = (tp: number, actual: number, predicted: number) => number;
