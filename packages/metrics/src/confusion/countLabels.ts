import type { LabelMatrix } from "../Matrix.js";

/** Counts per class. */
export interface ClassCounts {
  readonly tp: Float64Array;
  readonly actual: Float64Array;
  readonly predicted: Float64Array;
}

/** Takes one example's counts. */
export type TakeExample = (tp: number, actual: number, predicted: number) => void;

/**
 * Counts two label matrices of one shape in one pass: adds to the classes' counts and hands each example's to `example`.
 * @returns whether every entry is 0 or 1; if not, the counts are of no use
 */
export function countLabels(
  yTrue: LabelMatrix,
  yPred: LabelMatrix,
  classes: ClassCounts,
  example: TakeExample,
): boolean {
  const inWords = yTrue.cols % 4 === 0 && isAligned(yTrue.data) && isAligned(yPred.data);
  return (inWords ? countWords : countBytes)(yTrue, yPred, classes, example);
}

function countBytes(
  { rows, cols, data: truth }: LabelMatrix,
  { data: decided }: LabelMatrix,
  classes: ClassCounts,
  example: TakeExample,
): boolean {
  const classTp = new Int32Array(cols);
  const classActual = new Int32Array(cols);
  const classPredicted = new Int32Array(cols);
  let bits = 0;
  // j < cols, and k = row * cols + j is within both matrices.
  for (let row = 0, k = 0; row < rows; row++) {
    let tp = 0;
    let actual = 0;
    let predicted = 0;
    for (let j = 0; j < cols; j++, k++) {
      const t = truth[k]!;
      const p = decided[k]!;
      // Most labels are neither true nor predicted.
      if ((t | p) === 0) continue;
      bits |= t | p;
      tp += t & p;
      actual += t;
      predicted += p;
      classTp[j]! += t & p;
      classActual[j]! += t;
      classPredicted[j]! += p;
    }
    example(tp, actual, predicted);
  }
  addTo(classes.tp, classTp);
  addTo(classes.actual, classActual);
  addTo(classes.predicted, classPredicted);
  return bits <= 1;
}

/** How many labels a byte can count. */
const FULL = 255;

/** As `countBytes`, four labels at a time: each byte of a 32-bit word counts by itself up to 255, and is then emptied. */
function countWords(
  { rows, cols, data: trueBytes }: LabelMatrix,
  { data: decidedBytes }: LabelMatrix,
  classes: ClassCounts,
  example: TakeExample,
): boolean {
  const [truth, decided] = [wordsOf(trueBytes), wordsOf(decidedBytes)];
  const width = cols / 4;
  const classTp = new Int32Array(width);
  const classActual = new Int32Array(width);
  const classPredicted = new Int32Array(width);
  // Read as bytes, class j is byte j whatever the byte order of the machine. Made once: memory must not grow with rows.
  const counters = [
    [classes.tp, new Uint8Array(classTp.buffer)],
    [classes.actual, new Uint8Array(classActual.buffer)],
    [classes.predicted, new Uint8Array(classPredicted.buffer)],
  ] as const;
  const empty = () => {
    for (const [sums, bytes] of counters) {
      addTo(sums, bytes);
      bytes.fill(0);
    }
  };
  let bits = 0;
  // w < width, and k = row * width + w is within both matrices.
  for (let row = 0, k = 0; row < rows; row++) {
    let tp = 0;
    let actual = 0;
    let predicted = 0;
    for (let from = 0; from < width; from += FULL) {
      const to = Math.min(from + FULL, width);
      let tps = 0;
      let actuals = 0;
      let predicteds = 0;
      for (let w = from; w < to; w++, k++) {
        const t = truth[k]!;
        const p = decided[k]!;
        const both = t & p;
        bits |= t | p;
        tps = (tps + both) | 0;
        actuals = (actuals + t) | 0;
        predicteds = (predicteds + p) | 0;
        classTp[w] = (classTp[w]! + both) | 0;
        classActual[w] = (classActual[w]! + t) | 0;
        classPredicted[w] = (classPredicted[w]! + p) | 0;
      }
      tp += sumOfBytes(tps);
      actual += sumOfBytes(actuals);
      predicted += sumOfBytes(predicteds);
    }
    example(tp, actual, predicted);
    if (row % FULL === FULL - 1) empty();
  }
  empty();
  return (bits & ~0x01010101) === 0;
}

function isAligned({ byteOffset }: Uint8Array): boolean {
  return byteOffset % 4 === 0;
}

function wordsOf({ buffer, byteOffset, length }: Uint8Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length / 4);
}

function sumOfBytes(word: number): number {
  const pairs = (word & 0x00ff00ff) + ((word >>> 8) & 0x00ff00ff);
  return (pairs & 0xffff) + (pairs >>> 16);
}

/** Both have one entry per class. */
function addTo(sums: Float64Array, counts: Uint8Array | Int32Array): void {
  for (let j = 0; j < sums.length; j++) sums[j]! += counts[j]!;
}
